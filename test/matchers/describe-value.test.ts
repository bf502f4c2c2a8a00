import { expect, test } from 'vitest'
import { describeValue } from '../../src/matchers/describe-value.js'

test.for<[unknown, string]>([
  [null, 'null'],
  [undefined, 'undefined'],
  [0.8, '0.8'],
  [NaN, 'NaN'],
  [12n, '12'],
  [true, 'true'],
  [Symbol('s'), 'a symbol'],
  ['', 'an empty string'],
  [' \n', 'an empty string'],
  ['a "b"\n', '"a \\"b\\"\\n"'],
  ['x'.repeat(81), `"${'x'.repeat(80)}…"`],
  [[], 'an empty list'],
  [[1, 2], 'a list of 2'],
  [{}, 'an object with no members'],
  [{ text: '', input: '' }, 'an object with text, input'],
  [Promise.resolve(), 'a promise'],
  [() => 1, 'a function'],
])('%o is %s', ([value, words]) => {
  expect(describeValue(value)).toBe(words)
})
