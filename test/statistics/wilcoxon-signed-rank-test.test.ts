import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../../src/statistics/seeded-random.js'
import {
  wilcoxonSignedRankTest,
  type WilcoxonSignedRankTestInput,
} from '../../src/statistics/wilcoxon-signed-rank-test.js'
import { expectClose } from '../support/expect-close.js'
import { messageOf } from '../support/message-of.js'

const a = [1.1, 2.3, 3.7, 0.4, 5.9, 7.1]
const b = [2.2, 3.3, 4.1, 6.1, 7.7, 5.2]

/** scipy.stats.wilcoxon of SciPy 1.17.1, without correction. */
const REFERENCE = [
  { method: 'exact', alternative: 'two-sided', pValue: 0.3125 },
  { method: 'exact', alternative: 'greater', pValue: 0.890625 },
  { method: 'exact', alternative: 'less', pValue: 0.15625 },
  { method: 'asymptotic', alternative: 'two-sided', pValue: 0.24886387493792206 },
  { method: 'asymptotic', alternative: 'greater', pValue: 0.8755680625310389 },
  { method: 'asymptotic', alternative: 'less', pValue: 0.12443193746896103 },
] as const

test.for(REFERENCE)('$method, $alternative: as by SciPy', ({ method, alternative, pValue }) => {
  const found = wilcoxonSignedRankTest({ a, b, method, alternative })
  expectClose(found.pValue, pValue, 1e-12)
  expect(found).toMatchObject({ positiveRanks: 5, negativeRanks: 16, statistic: 5, n: 6 })
})

test('is 1 where no pair differs', () => {
  for (const method of ['exact', 'asymptotic'] as const) {
    const found = wilcoxonSignedRankTest({ a: [1, 2], b: [1, 2], method })
    expect(found).toEqual({ statistic: 0, pValue: 1, positiveRanks: 0, negativeRanks: 0, n: 0 })
  }
})

const value = fc.integer({ min: 0, max: 6 })
const pairs = fc
  .array(fc.tuple(value, value), { minLength: 1, maxLength: 12 })
  .map((pairs) => ({ a: pairs.map(([a]) => a), b: pairs.map(([, b]) => b) }))

test('exact is the share among all ways to deal the signs out, ties included', () => {
  fc.assert(
    fc.property(pairs, ({ a, b }) => {
      const { pValue, positiveRanks, n } = wilcoxonSignedRankTest({ a, b, alternative: 'greater' })
      const differences = a.map((x, at) => x - b[at]!).filter((difference) => difference !== 0)
      const ways = Array.from({ length: 2 ** n }, (_, pattern) =>
        differences.map((difference, bit) => ((pattern >> bit) & 1 ? 1 : -1) * Math.abs(difference)),
      )
      const sums = ways.map((way) =>
        n === 0 ? 0 : wilcoxonSignedRankTest({ a: way, b: way.map(() => 0), method: 'asymptotic' }).positiveRanks,
      )
      expectClose(pValue, sums.filter((sum) => sum >= positiveRanks).length / 2 ** n, 1e-12)
    }),
    { numRuns: 20 },
  )
})

test('is mirrored with the sides swapped, leaves pairs without a difference out, and never refuses with both tails', () => {
  fc.assert(
    fc.property(pairs, fc.constantFrom('exact' as const, 'asymptotic' as const), ({ a, b }, method) => {
      const found = wilcoxonSignedRankTest({ a, b, method })
      expect(found.pValue).toBeGreaterThan(0)
      expect(found.pValue).toBeLessThanOrEqual(1)
      const swapped = wilcoxonSignedRankTest({ a: b, b: a, method })
      expect(swapped.positiveRanks).toBe(found.negativeRanks)
      expectClose(swapped.pValue, found.pValue, 1e-12)
      expect(wilcoxonSignedRankTest({ a: [...a, 3], b: [...b, 3], method })).toEqual(found)
      const greater = wilcoxonSignedRankTest({ a, b, method, alternative: 'greater' }).pValue
      const less = wilcoxonSignedRankTest({ a, b, method, alternative: 'less' }).pValue
      expectClose(Math.min(1, 2 * Math.min(greater, less)), found.pValue, 1e-12)
    }),
  )
})

test('takes 100,000 pairs in well under a second', () => {
  const { random } = seededRandom({ seed: 2 })
  const [a, b] = [Array.from({ length: 100_000 }, random), Array.from({ length: 100_000 }, random)]
  const start = performance.now()
  wilcoxonSignedRankTest({ a, b })
  expect(performance.now() - start).toBeLessThan(2_000)
})

test('says what it expected', () => {
  const wrong = [
    { a: [], b: [] },
    { a: [1, 2], b: [1] },
    { a: [NaN], b: [1] },
    { a: [1], b: [2], method: 'approx' },
    { a: [1], b: [2], alternative: 'smaller' },
  ] as WilcoxonSignedRankTestInput[]
  expect(wrong.map((input) => messageOf(() => wilcoxonSignedRankTest(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: wilcoxonSignedRankTest() expects at least one pair, and got none.",
      "RangeError: wilcoxonSignedRankTest() expects two series of the same length, and got 2 and 1.",
      "RangeError: wilcoxonSignedRankTest() expects finite values, and got NaN: leave missing values out.",
      "RangeError: wilcoxonSignedRankTest() expects the method 'exact' or 'asymptotic', and got "approx".",
      "RangeError: wilcoxonSignedRankTest() expects the alternative 'two-sided', 'greater' or 'less', and got "smaller".",
    ]
  `)
})
