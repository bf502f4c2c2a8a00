import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairedTTestPower } from '../../src/statistics/paired-t-test-power.js'
import { sampleSizeForPairs, type SampleSizeForPairsInput } from '../../src/statistics/sample-size-for-pairs.js'
import { smallestDetectableDifference } from '../../src/statistics/smallest-detectable-difference.js'
import { expectClose } from '../support/expect-close.js'
import { messageOf } from '../support/message-of.js'

test('as many pairs as asked for have the power, and one less does not', () => {
  const design = fc.record({
    difference: fc.double({ min: 0.1, max: 2, noNaN: true }),
    standardDeviation: fc.double({ min: 0.5, max: 2, noNaN: true }),
    power: fc.double({ min: 0.4, max: 0.98, noNaN: true }),
    alternative: fc.constantFrom('two-sided' as const, 'one-sided' as const),
  })
  fc.assert(
    fc.property(design, (input) => {
      const { pairs, exact } = sampleSizeForPairs(input)
      expect(pairs).toBe(Math.max(2, Math.ceil(exact)))
      expect(pairedTTestPower({ ...input, n: pairs }).power).toBeGreaterThanOrEqual(input.power - 1e-9)
      if (pairs > 2) expect(pairedTTestPower({ ...input, n: pairs - 1 }).power).toBeLessThan(input.power)
      expect(sampleSizeForPairs({ ...input, difference: -input.difference }).exact).toBe(exact)
    }),
    { numRuns: 30 },
  )
})

test('is the other way round of the smallest detectable difference', () => {
  for (const n of [5, 50, 5_000]) {
    const { difference } = smallestDetectableDifference({ n, standardDeviation: 0.3 })
    expectClose(sampleSizeForPairs({ difference, standardDeviation: 0.3 }).exact, n, 1e-9)
  }
})

test('says what it expected', () => {
  const wrong = [
    { difference: 0, standardDeviation: 1 },
    { difference: NaN, standardDeviation: 1 },
    { difference: 1, standardDeviation: 0 },
    { difference: 1, standardDeviation: Infinity },
    { difference: 1, standardDeviation: 1, alpha: 2 },
    { difference: 1, standardDeviation: 1, power: 0 },
    { difference: 1, standardDeviation: 1, power: 0.01 },
    { difference: 1, standardDeviation: 1, alternative: 'less' },
  ] as SampleSizeForPairsInput[]
  expect(wrong.map((input) => messageOf(() => sampleSizeForPairs(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: sampleSizeForPairs() expects a difference that is not 0, and got 0.",
      "RangeError: sampleSizeForPairs() expects a difference that is not 0, and got NaN.",
      "RangeError: sampleSizeForPairs() expects a standard deviation above 0, and got 0.",
      "RangeError: sampleSizeForPairs() expects a standard deviation above 0, and got Infinity.",
      "RangeError: sampleSizeForPairs() expects an alpha above 0 and below 1, and got 2.",
      "RangeError: sampleSizeForPairs() expects a power above 0 and below 1, and got 0.",
      "RangeError: sampleSizeForPairs() expects a power above alpha, 0.05, and got 0.01.",
      "RangeError: sampleSizeForPairs() expects the alternative 'one-sided' or 'two-sided', and got "less".",
    ]
  `)
})
