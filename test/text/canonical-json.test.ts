import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/text/canonical-json.js'

test('keys are sorted at every depth, and lists keep their order', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }, 'x'], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1},"x"]}')
})

test('what JSON cannot say is left out, and null in a list', () => {
  expect(canonicalJson({ a: undefined, b: () => 1, c: [undefined], d: Number.NaN })).toBe('{"c":[null],"d":null}')
  expect(canonicalJson(undefined)).toBe('undefined')
})

test('what knows its own JSON is asked for it', () => {
  expect(canonicalJson({ at: new Date(0), boxed: new String('a') })).toBe(
    '{"at":"1970-01-01T00:00:00.000Z","boxed":"a"}',
  )
})

test('what JSON cannot hold is refused', () => {
  const cycle: Record<string, unknown> = {}
  cycle.self = { cycle }
  expect(() => canonicalJson(cycle)).toThrow(TypeError)
  expect(() => canonicalJson({ a: 1n })).toThrow(TypeError)
  const shared = {}
  expect(canonicalJson([shared, shared])).toBe('[{},{}]')
})

test('property: it says what JSON.stringify says, whatever the order of the keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(reversed(value))).toBe(text)
    }),
  )
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.entries(value)
    .reverse()
    .map(([key, member]) => [key, reversed(member)] as const)
  return Object.fromEntries(copy)
}
