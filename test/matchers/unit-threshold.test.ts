import { expect, test } from 'vitest'
import { formatUnit, unitThreshold } from '../../src/matchers/unit-threshold.js'

test.for([1, 0.8, 0.001, Number.MIN_VALUE])('%d is a threshold', (threshold) => {
  expect(unitThreshold('toHaveIntent', threshold)).toBe(threshold)
})

test.for<[unknown, string]>([
  [0, '0'],
  [-0.1, '-0.1'],
  [1.0001, '1.0001'],
  [80, '80'],
  [NaN, 'NaN'],
  [Infinity, 'Infinity'],
  ['0.8', '"0.8"'],
  [null, 'null'],
])('%o is none', ([threshold, words]) => {
  expect(() => unitThreshold('toHaveIntent', threshold as number)).toThrow(
    new TypeError(`toHaveIntent: expected the threshold above 0 and at most 1, got ${words}`),
  )
})

test('a score is shown with two digits, and with more where they are asked for', () => {
  expect([1, 0.5, 0.825, 2 / 3, 0].map((score) => formatUnit(score))).toEqual(['1', '0.5', '0.82', '0.67', '0'])
  expect(formatUnit(0.79996, 6)).toBe('0.79996')
})
