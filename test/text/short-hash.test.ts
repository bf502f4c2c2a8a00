import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortHash } from '../../src/text/short-hash.js'

test('is ten hexadecimal digits, the same on every machine', () => {
  expect(shortHash({ intent: 'order_support', examples: ['Ja.', '好'] })).toMatchInlineSnapshot(`"72ea00c1a0"`)
  expect(shortHash('')).toMatch(/^[0-9a-f]{10}$/)
})

test('takes no notice of the order of keys, at any depth', () => {
  expect(shortHash({ a: [{ b: 1, c: 2 }], d: null })).toBe(shortHash({ d: null, a: [{ c: 2, b: 1 }] }))
})

test('tells apart what differs', () => {
  const values = [
    null,
    undefined,
    '',
    'null',
    0,
    '0',
    [],
    {},
    [[]],
    [1, 2],
    [2, 1],
    { a: 1 },
    { a: '1' },
    { ['__proto__']: 1 },
  ]
  expect(new Set(values.map(shortHash)).size).toBe(values.length)
})

test('leaves out undefined fields, as JSON does', () => {
  expect(shortHash({ a: 1, b: undefined })).toBe(shortHash({ a: 1 }))
})

test('hashes any JSON value as its own copy', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => shortHash(value) === shortHash(JSON.parse(JSON.stringify(value)))))
})

test('throws for what JSON cannot hold', () => {
  expect(() => shortHash(1n)).toThrow(TypeError)
})
