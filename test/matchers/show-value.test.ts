import { expect, test } from 'vitest'
import { showValue } from '../../src/matchers/show-value.js'

test.for([
  [{ order: '12"3', 'a b': [1, null, undefined] }, '{ order: "12\\"3", "a b": [1, null, undefined] }'],
  [{}, '{}'],
  [expect.any(String), 'Any<String>'],
  [{ a: expect.stringContaining('x') as unknown }, '{ a: StringContaining<"x"> }'],
  [expect.anything(), 'Anything'],
  [new Date(0), '"1970-01-01T00:00:00.000Z"'],
  ['\u001b[31mred\u001b[0m', '"\\u001b[31mred\\u001b[0m"'],
  [{ '\u001b[2J': 1 }, '{ "\\u001b[2J": 1 }'],
] as [unknown, string][])('%o', ([value, text]) => {
  expect(showValue(value)).toBe(text)
})

test('cuts what is long', () => {
  expect(showValue('x'.repeat(500))).toHaveLength(201)
})
