import { expect, test } from 'vitest'
import { firstDifference } from '../../src/matchers/first-difference.js'

test.for([
  [{ a: 1 }, { a: 1, b: 2 }],
  [{}, { a: 1 }],
  [{ a: { b: 1 } }, { a: { b: 1, c: 2 } }],
  [
    [{ a: 1 }, 2],
    [{ a: 1, b: 2 }, 2],
  ],
  [{ a: undefined }, {}],
  [
    { a: expect.any(String) as unknown, b: expect.stringContaining('x') as unknown },
    { a: 's', b: 'axb' },
  ],
  [expect.objectContaining({ a: 1 }), { a: 1, b: 2 }],
  [new Date(7), new Date(7)],
  [NaN, NaN],
  [0, -0],
] as [unknown, unknown][])('finds %o in %o', ([expected, actual]) => {
  expect(firstDifference(expected, actual, false)).toBeUndefined()
})

test.for([
  [{ a: 1 }, { a: '1' }, { path: ['a'], expected: 1, actual: '1' }],
  [{ a: { b: [1, 2] } }, { a: { b: [1, 3] } }, { path: ['a', 'b', 1], expected: 2, actual: 3 }],
  [[1, 2], [1], { path: [1], expected: 2, actual: undefined }],
  [[1], [1, 2], { path: [1], expected: undefined, actual: 2 }],
  [{ toString: 1 }, {}, { path: ['toString'], expected: 1, actual: undefined }],
  [{ a: 1 }, null, { path: [], expected: { a: 1 }, actual: null }],
  [[1], { 0: 1 }, { path: [], expected: [1], actual: { 0: 1 } }],
  [new Date(7), new Date(8), { path: [], expected: new Date(7), actual: new Date(8) }],
] as [unknown, unknown, object][])('tells where %o and %o part', ([expected, actual, difference]) => {
  expect(firstDifference(expected, actual, false)).toEqual(difference)
})

test('takes what is too many for a difference where it must be exact', () => {
  expect(firstDifference({ a: { b: 1 } }, { a: { b: 1, c: 2 } }, true)).toEqual({
    path: ['a', 'c'],
    expected: undefined,
    actual: 2,
  })
  expect(firstDifference({ a: 1 }, { a: 1, b: undefined }, true)).toBeUndefined()
})
