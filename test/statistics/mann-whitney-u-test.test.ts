import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mannWhitneyUTest, type MannWhitneyUTestInput } from '../../src/statistics/mann-whitney-u-test.js'
import { seededRandom } from '../../src/statistics/seeded-random.js'
import { expectClose } from '../support/expect-close.js'
import { messageOf } from '../support/message-of.js'

const tied = { a: [4, 5, 5, 3], b: [2, 3, 1, 4] }
const untied = { a: [1.1, 2.3, 3.7, 0.4, 5.9], b: [2.2, 3.3, 4.4, 6.1, 7.7, 8.2] }

/** scipy.stats.mannwhitneyu of SciPy 1.17.1. */
const REFERENCE = [
  { input: tied, method: 'asymptotic', alternative: 'two-sided', pValue: 0.10591109025490282 },
  { input: tied, method: 'asymptotic', alternative: 'greater', pValue: 0.05295554512745141 },
  { input: tied, method: 'asymptotic', alternative: 'less', pValue: 0.9719861668541495 },
  { input: untied, method: 'exact', alternative: 'two-sided', pValue: 0.12554112554112554 },
  { input: untied, method: 'exact', alternative: 'greater', pValue: 0.9588744588744589 },
  { input: untied, method: 'exact', alternative: 'less', pValue: 0.06277056277056277 },
] as const

test.for(REFERENCE)('$method, $alternative: as by SciPy', ({ input, method, alternative, pValue }) => {
  expectClose(mannWhitneyUTest({ ...input, method, alternative }).pValue, pValue, 1e-12)
})

test('counts the pairs, ties half; and all ways to deal tied ranks out: 5 of 70 have a sum as high', () => {
  const found = mannWhitneyUTest({ ...tied, alternative: 'greater' })
  expect(found.statistic).toBe(14)
  expect(found.probabilityOfSuperiority).toBe(0.875)
  expectClose(found.pValue, 5 / 70, 1e-12)
})

test('is 1 where all values are the same', () => {
  const same = { a: [2, 2, 2], b: [2, 2] }
  for (const method of ['exact', 'asymptotic'] as const) {
    expect(mannWhitneyUTest({ ...same, method })).toEqual({ statistic: 3, pValue: 1, probabilityOfSuperiority: 0.5 })
  }
})

const sample = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 10 })
const method = fc.constantFrom('exact' as const, 'asymptotic' as const)

test('looks at the order alone, is mirrored with the samples swapped, and never refuses with both tails', () => {
  fc.assert(
    fc.property(sample, sample, method, (a, b, method) => {
      const found = mannWhitneyUTest({ a, b, method })
      expect(found.pValue).toBeGreaterThan(0)
      expect(found.pValue).toBeLessThanOrEqual(1)
      const raised = mannWhitneyUTest({ a: a.map((x) => x ** 3), b: b.map((x) => x ** 3), method })
      expect(raised).toEqual(found)
      const swapped = mannWhitneyUTest({ a: b, b: a, method })
      expect(swapped.statistic).toBe(a.length * b.length - found.statistic)
      expectClose(swapped.pValue, found.pValue, 1e-9)
      const greater = mannWhitneyUTest({ a, b, method, alternative: 'greater' }).pValue
      const less = mannWhitneyUTest({ a, b, method, alternative: 'less' }).pValue
      expect(greater + less).toBeGreaterThanOrEqual(1 - 1e-12)
      expectClose(Math.min(1, 2 * Math.min(greater, less)), found.pValue, 1e-12)
    }),
  )
})

test('the normal distribution comes near the exact one', () => {
  const { random } = seededRandom({ seed: 1 })
  const [a, b] = [Array.from({ length: 25 }, random), Array.from({ length: 25 }, () => random() + 0.1)]
  const exact = mannWhitneyUTest({ a, b, method: 'exact' }).pValue
  expect(mannWhitneyUTest({ a, b }).pValue / exact).toBeCloseTo(1, 1)
})

test('takes 100,000 values in well under a second', () => {
  const { random } = seededRandom({ seed: 2 })
  const [a, b] = [Array.from({ length: 50_000 }, random), Array.from({ length: 50_000 }, random)]
  const start = performance.now()
  mannWhitneyUTest({ a, b })
  expect(performance.now() - start).toBeLessThan(2_000)
})

test('says what it expected', () => {
  const wrong = [
    { a: [], b: [1] },
    { a: [1], b: [] },
    { a: [NaN], b: [1] },
    { a: [1], b: [-Infinity] },
    { a: [1], b: [2], method: 'auto' },
    { a: [1], b: [2], alternative: 'smaller' },
  ] as MannWhitneyUTestInput[]
  expect(wrong.map((input) => messageOf(() => mannWhitneyUTest(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: mannWhitneyUTest() expects values in both samples, and got 0 and 1.",
      "RangeError: mannWhitneyUTest() expects values in both samples, and got 1 and 0.",
      "RangeError: mannWhitneyUTest() expects finite values, and got NaN: leave missing values out.",
      "RangeError: mannWhitneyUTest() expects finite values, and got -Infinity: leave missing values out.",
      "RangeError: mannWhitneyUTest() expects the method 'exact' or 'asymptotic', and got "auto".",
      "RangeError: mannWhitneyUTest() expects the alternative 'two-sided', 'greater' or 'less', and got "smaller".",
    ]
  `)
})
