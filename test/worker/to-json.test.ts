import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toJson } from '../../src/worker/to-json.js'

const what = 'toHaveIntent: what is expected'

test('plain data stays as it is (property)', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(toJson(value, what)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('a regular expression becomes its source and its flags, wherever it stands and wherever it comes from', () => {
  const foreign: unknown = runInNewContext('/b+/')
  expect(toJson({ check: { avoids: [/\btomorrow\b/i, foreign] } }, what)).toEqual({
    check: {
      avoids: [
        { source: '\\btomorrow\\b', flags: 'i' },
        { source: 'b+', flags: '' },
      ],
    },
  })
})

test('a date becomes its ISO string', () => {
  expect(toJson({ due: new Date(Date.UTC(2026, 10, 23)) }, what)).toEqual({ due: '2026-11-23T00:00:00.000Z' })
})

test('undefined members are left out, and undefined alone is null', () => {
  expect(toJson({ a: undefined, b: [undefined, 1] }, what)).toEqual({ b: [null, 1] })
  expect(toJson(undefined, what)).toBeNull()
})

test('the result shares nothing with what was given', () => {
  const given = { examples: ['Good day.'] }
  const json = toJson(given, what)
  given.examples.push('changed later')
  expect(json).toEqual({ examples: ['Good day.'] })
})

const cyclic: { self?: unknown } = {}
cyclic.self = cyclic

test.for([
  ['a function', { f: () => 1 }, 'a function'],
  ['a function alone', () => 1, 'a function'],
  ['a symbol', { s: Symbol('s') }, 'a symbol'],
  ['a bigint', { n: 1n }, 'a bigint'],
  ['NaN', { n: NaN }, 'NaN'],
  ['Infinity', [Infinity], 'Infinity'],
  ['a cycle', cyclic, 'a cyclic object'],
  ['a date that is none', { due: new Date(NaN) }, 'an invalid date'],
  ['a map', { order: new Map([['id', 7]]) }, 'a Map'],
  ['a promise that was not awaited', { order: Promise.resolve(7) }, 'a Promise'],
  ['a set', { order: new Set([7]) }, 'a Set'],
] as const)('refuses what JSON cannot say: %s', ([, value, kind]) => {
  expect(() => toJson(value, what)).toThrow(
    new TypeError(`${what} must be plain data (strings, numbers, lists, objects, regular expressions), got ${kind}`),
  )
})

test('passes on what an object throws of its own', () => {
  const broken = {
    toJSON() {
      throw new Error('not loaded yet')
    },
  }
  expect(() => toJson({ broken }, what)).toThrow('not loaded yet')
})
