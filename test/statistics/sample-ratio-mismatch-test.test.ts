import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleRatioMismatchTest } from '../../src/statistics/sample-ratio-mismatch-test.js'
import { messageOf } from '../support/message-of.js'

test('says nothing against the split that was intended', () => {
  const found = sampleRatioMismatchTest({ observed: [300, 700], expectedShare: [0.3, 0.7] })
  expect(found).toEqual({ statistic: 0, pValue: 1, degreesOfFreedom: 1, expected: [300, 700] })
})

test('takes shares whose sum is 1 but for rounding', () => {
  const expectedShare = Array.from({ length: 10 }, () => 0.1)
  expect(sampleRatioMismatchTest({ observed: expectedShare.map(() => 50), expectedShare }).pValue).toBe(1)
})

test('does not change with the order of the variants, and alarms the more, the further the split is off', () => {
  const count = fc.integer({ min: 1, max: 5_000 })
  fc.assert(
    fc.property(count, count, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (a, b, share) => {
      const { pValue } = sampleRatioMismatchTest({ observed: [a, b], expectedShare: [share, 1 - share] })
      expect(pValue).toBeGreaterThanOrEqual(0)
      expect(pValue).toBeLessThanOrEqual(1)
      const swapped = sampleRatioMismatchTest({ observed: [b, a], expectedShare: [1 - share, share] })
      expect(swapped.pValue).toBeCloseTo(pValue, 10)
      const isMore = a > share * (a + b)
      const off = sampleRatioMismatchTest({
        observed: isMore ? [a + b, 0] : [0, a + b],
        expectedShare: [share, 1 - share],
      })
      expect(off.pValue).toBeLessThanOrEqual(pValue + 1e-12)
    }),
  )
})

test('says what it expected', () => {
  const wrong = [
    { observed: [1], expectedShare: [1] },
    { observed: [1, 2], expectedShare: [1] },
    { observed: [1, 2.5], expectedShare: [0.5, 0.5] },
    { observed: [1, -2], expectedShare: [0.5, 0.5] },
    { observed: [0, 0], expectedShare: [0.5, 0.5] },
    { observed: [1, 2], expectedShare: [0, 1] },
    { observed: [1, 2], expectedShare: [0.5, NaN] },
    { observed: [1, 2], expectedShare: [0.5, 0.6] },
  ]
  expect(wrong.map((input) => messageOf(() => sampleRatioMismatchTest(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: sampleRatioMismatchTest() expects at least 2 variants, and got 1.",
      "RangeError: sampleRatioMismatchTest() expects two series of the same length, and got 2 and 1.",
      "RangeError: sampleRatioMismatchTest() expects a whole number of observations of each variant from 0, and got 2.5.",
      "RangeError: sampleRatioMismatchTest() expects a whole number of observations of each variant from 0, and got -2.",
      "RangeError: sampleRatioMismatchTest() expects at least one observation, and got none.",
      "RangeError: sampleRatioMismatchTest() expects shares above 0 and below 1, and got 0.",
      "RangeError: sampleRatioMismatchTest() expects shares above 0 and below 1, and got NaN.",
      "RangeError: sampleRatioMismatchTest() expects shares that add up to 1, and got 1.1 together.",
    ]
  `)
})
