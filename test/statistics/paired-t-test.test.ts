import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairedTTest, type PairedTTestInput } from '../../src/statistics/paired-t-test.js'
import { expectClose } from '../support/expect-close.js'
import { messageOf } from '../support/message-of.js'

const a = [1.1, 2.3, 3.7, 0.4, 5.9, 7.1]
const b = [2.2, 3.3, 4.1, 6.1, 7.7, 5.2]

/** scipy.stats.ttest_rel of SciPy 1.17.1, with its interval at 90 %. */
const REFERENCE = [
  { alternative: 'two-sided', pValue: 0.24007319260909676, lower: -3.390910122673933, upper: 0.6909101226739314 },
  { alternative: 'greater', pValue: 0.8799634036954516, lower: -2.844825997728572, upper: Infinity },
  { alternative: 'less', pValue: 0.12003659630454838, lower: -Infinity, upper: 0.1448259977285713 },
] as const

test.for(REFERENCE)('$alternative: as by SciPy', ({ alternative, pValue, lower, upper }) => {
  const found = pairedTTest({ a, b, confidence: 0.9, alternative })
  expectClose(found.statistic, -1.3328932390396087, 1e-12)
  expectClose(found.pValue, pValue, 1e-12)
  expectClose(found.lower, lower, 1e-12)
  expectClose(found.upper, upper, 1e-12)
})

const value = fc.integer({ min: -1000, max: 1000 })
const pairs = fc
  .array(fc.tuple(value, value), { minLength: 2, maxLength: 20 })
  .filter((pairs) => new Set(pairs.map(([a, b]) => a - b)).size > 1)
  .map((pairs) => ({ a: pairs.map(([a]) => a), b: pairs.map(([, b]) => b) }))

test('looks at the differences alone; is mirrored with the sides swapped', () => {
  fc.assert(
    fc.property(pairs, ({ a, b }) => {
      const found = pairedTTest({ a, b })
      const differences = pairedTTest({ a: a.map((x, at) => x - b[at]!), b: b.map(() => 0) })
      expectClose(differences.pValue, found.pValue, 1e-9)
      const swapped = pairedTTest({ a: b, b: a })
      expectClose(swapped.pValue, found.pValue, 1e-9)
      expect(swapped.upper).toBeCloseTo(-found.lower, 6)
    }),
  )
})

test('refuses at 1 % where the 99 % interval leaves the null difference out; one-sided p-values add up to 1', () => {
  fc.assert(
    fc.property(pairs, value, ({ a, b }, nullDifference) => {
      const input = { a, b, nullDifference, confidence: 0.99 }
      const { pValue, lower, upper } = pairedTTest(input)
      expect(pValue < 0.01).toBe(lower > nullDifference || upper < nullDifference)
      const [greater, less] = (['greater', 'less'] as const).map(
        (alternative) => pairedTTest({ ...input, alternative }).pValue,
      )
      expect(greater! + less!).toBeCloseTo(1, 12)
      expect(2 * Math.min(greater!, less!)).toBeCloseTo(pValue, 12)
    }),
  )
})

test('says what it expected', () => {
  const wrong = [
    { a: [], b: [] },
    { a: [1], b: [2] },
    { a: [1, 2, 3], b: [1, 2] },
    { a: [1, NaN], b: [1, 2] },
    { a: [1, 2], b: [1, Infinity] },
    { a: [1, 2], b: [1, 2] },
    { a: [1.1, 1.2, 1.3], b: [1, 1.1, 1.2] },
    { a, b, confidence: 0 },
    { a, b, alternative: 'smaller' },
    { a, b, nullDifference: Infinity },
  ] as PairedTTestInput[]
  expect(wrong.map((input) => messageOf(() => pairedTTest(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: pairedTTest() expects at least 2 pairs, and got 0.",
      "RangeError: pairedTTest() expects at least 2 pairs, and got 1.",
      "RangeError: pairedTTest() expects two series of the same length, and got 3 and 2.",
      "RangeError: pairedTTest() expects finite values, and got NaN: leave missing values out.",
      "RangeError: pairedTTest() expects finite values, and got Infinity: leave missing values out.",
      "RangeError: pairedTTest() expects differences that vary, and got 0 throughout.",
      "RangeError: pairedTTest() expects differences that vary, and got 0.10000000000000002 throughout.",
      "RangeError: pairedTTest() expects a confidence above 0 and below 1, and got 0.",
      "RangeError: pairedTTest() expects the alternative 'two-sided', 'greater' or 'less', and got "smaller".",
      "RangeError: pairedTTest() expects finite values, and got Infinity: leave missing values out.",
    ]
  `)
})
