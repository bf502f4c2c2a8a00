import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairedTTestPower } from '../../src/statistics/paired-t-test-power.js'
import {
  smallestDetectableDifference,
  type SmallestDetectableDifferenceInput,
} from '../../src/statistics/smallest-detectable-difference.js'
import { expectClose } from '../support/expect-close.js'
import { messageOf } from '../support/message-of.js'

const design = fc.record({
  n: fc.integer({ min: 2, max: 300 }),
  standardDeviation: fc.double({ min: 0.001, max: 100, noNaN: true }),
  alpha: fc.double({ min: 0.005, max: 0.2, noNaN: true }),
  power: fc.double({ min: 0.25, max: 0.98, noNaN: true }),
  alternative: fc.constantFrom('two-sided' as const, 'one-sided' as const),
})

test('is the difference that the test finds with that power, in the unit of the standard deviation', () => {
  fc.assert(
    fc.property(design, (input) => {
      const { difference } = smallestDetectableDifference(input)
      expectClose(pairedTTestPower({ ...input, difference }).power, input.power, 1e-8)
      const doubled = smallestDetectableDifference({ ...input, standardDeviation: 2 * input.standardDeviation })
      expectClose(doubled.difference, 2 * difference, 1e-12)
      expect(smallestDetectableDifference({ ...input, n: input.n + 5 }).difference).toBeLessThan(difference)
      expect(smallestDetectableDifference({ ...input, power: 0.99 }).difference).toBeGreaterThan(difference)
    }),
    { numRuns: 30 },
  )
})

test('is 0 where nothing varies, and near the normal formula with many pairs', () => {
  expect(smallestDetectableDifference({ n: 9, standardDeviation: 0 })).toEqual({ difference: 0 })
  const { difference } = smallestDetectableDifference({ n: 1e6, standardDeviation: 1 })
  expectClose(difference, (1.6448536269514722 + 0.8416212335729143) / 1000, 1e-5)
})

test('says what it expected', () => {
  const wrong = [
    { n: 1, standardDeviation: 1 },
    { n: NaN, standardDeviation: 1 },
    { n: 5, standardDeviation: -1 },
    { n: 5, standardDeviation: NaN },
    { n: 5, standardDeviation: 1, alpha: 0 },
    { n: 5, standardDeviation: 1, power: 1 },
    { n: 5, standardDeviation: 1, power: 0.05 },
    { n: 5, standardDeviation: 1, alternative: 'greater' },
  ] as SmallestDetectableDifferenceInput[]
  expect(wrong.map((input) => messageOf(() => smallestDetectableDifference(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: smallestDetectableDifference() expects a whole number of pairs from 2, and got 1.",
      "RangeError: smallestDetectableDifference() expects a whole number of pairs from 2, and got NaN.",
      "RangeError: smallestDetectableDifference() expects a standard deviation from 0, and got -1.",
      "RangeError: smallestDetectableDifference() expects a standard deviation from 0, and got NaN.",
      "RangeError: smallestDetectableDifference() expects an alpha above 0 and below 1, and got 0.",
      "RangeError: smallestDetectableDifference() expects a power above 0 and below 1, and got 1.",
      "RangeError: smallestDetectableDifference() expects a power above alpha, 0.05, and got 0.05.",
      "RangeError: smallestDetectableDifference() expects the alternative 'one-sided' or 'two-sided', and got "greater".",
    ]
  `)
})
