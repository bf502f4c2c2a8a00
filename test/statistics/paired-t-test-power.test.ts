import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairedTTestPower, type PairedTTestPowerInput } from '../../src/statistics/paired-t-test-power.js'
import { expectClose } from '../support/expect-close.js'
import { messageOf } from '../support/message-of.js'

/** By scipy.stats.nct and t of SciPy 1.17.1. */
const REFERENCE: (PairedTTestPowerInput & { power: number })[] = [
  { n: 50, difference: 0.05, standardDeviation: 0.1, power: 0.967206745826164 },
  { n: 50, difference: 0.05, standardDeviation: 0.1, alternative: 'two-sided', power: 0.9338975812613688 },
  { n: 2, difference: 1, standardDeviation: 1, power: 0.17956248755732757 },
  { n: 12, difference: 0.3, standardDeviation: 0.5, alpha: 0.01, alternative: 'two-sided', power: 0.2121271881061978 },
  { n: 1000, difference: 0.01, standardDeviation: 0.1, alpha: 0.025, power: 0.8847889454787677 },
]

test.for(REFERENCE)('$n pairs, $difference of $standardDeviation: as by SciPy', ({ power, ...input }) => {
  expectClose(pairedTTestPower(input).power, power, 1e-10)
})

test('is alpha without a difference, does not hang on its sign, and grows with it and with the pairs', () => {
  const design = fc.record({
    n: fc.integer({ min: 2, max: 200 }),
    difference: fc.double({ min: 0, max: 2, noNaN: true }),
    alpha: fc.double({ min: 0.001, max: 0.3, noNaN: true }),
    alternative: fc.constantFrom('two-sided' as const, 'one-sided' as const),
  })
  fc.assert(
    fc.property(design, (input) => {
      const of = (change: Partial<typeof input>) =>
        pairedTTestPower({ ...input, ...change, standardDeviation: 1 }).power
      expectClose(of({ difference: 0 }), input.alpha, 1e-9)
      expectClose(of({ difference: -input.difference }), of({}), 1e-12)
      expect(of({ difference: input.difference + 0.1 })).toBeGreaterThanOrEqual(of({}) - 1e-12)
      expect(of({ n: input.n + 1 })).toBeGreaterThanOrEqual(of({}) - 1e-10)
      expect(of({})).toBeLessThanOrEqual(1 + 1e-12)
    }),
    { numRuns: 50 },
  )
})

test('says what it expected', () => {
  const wrong = [
    { n: 1, difference: 1, standardDeviation: 1 },
    { n: 2.5, difference: 1, standardDeviation: 1 },
    { n: 5, difference: NaN, standardDeviation: 1 },
    { n: 5, difference: 1, standardDeviation: 0 },
    { n: 5, difference: 1, standardDeviation: 1, alpha: 1 },
    { n: 5, difference: 1, standardDeviation: 1, alternative: 'less' },
  ] as PairedTTestPowerInput[]
  expect(wrong.map((input) => messageOf(() => pairedTTestPower(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: pairedTTestPower() expects a whole number of pairs from 2, and got 1.",
      "RangeError: pairedTTestPower() expects a whole number of pairs from 2, and got 2.5.",
      "RangeError: pairedTTestPower() expects finite values, and got NaN: leave missing values out.",
      "RangeError: pairedTTestPower() expects a standard deviation above 0, and got 0.",
      "RangeError: pairedTTestPower() expects an alpha above 0 and below 1, and got 1.",
      "RangeError: pairedTTestPower() expects the alternative 'one-sided' or 'two-sided', and got "less".",
    ]
  `)
})
