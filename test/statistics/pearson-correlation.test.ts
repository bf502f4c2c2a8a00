import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pearsonCorrelation } from '../../src/statistics/pearson-correlation.js'
import { expectClose } from '../support/expect-close.js'
import { messageOf } from '../support/message-of.js'

test('the interval is that of scipy.stats.pearsonr, SciPy 1.17.1', () => {
  const found = pearsonCorrelation({ a: [1, 2, 3, 4, 5], b: [2, 1, 4, 3, 5] })
  expectClose(found.value, 0.8, 1e-14)
  expectClose(found.lower, -0.279640041969355, 1e-12)
  expectClose(found.upper, 0.9861961933012714, 1e-12)
  expect(found.n).toBe(5)
})

test('is ±1 on a line, with an interval of no width; of 3 pairs the interval is everything', () => {
  const a = [1, 2, 3, 5]
  expect(pearsonCorrelation({ a, b: a.map((x) => 7 - 2 * x) })).toEqual({ value: -1, lower: -1, upper: -1, n: 4 })
  expect(pearsonCorrelation({ a: [1, 2], b: [3, 9] })).toEqual({ value: 1, lower: -1, upper: 1, n: 2 })
})

test('keeps its digits far from 0', () => {
  const a = [1, 2, 3, 4, 5]
  const b = [2, 1, 4, 3, 5]
  expectClose(pearsonCorrelation({ a: a.map((x) => x + 1e9), b: b.map((x) => x - 1e9) }).value, 0.8, 1e-12)
})

const value = fc.integer({ min: -1000, max: 1000 })
const series = fc
  .array(fc.tuple(value, value), { minLength: 4, maxLength: 30 })
  .map((pairs) => ({ a: pairs.map(([a]) => a), b: pairs.map(([, b]) => b) }))
  .filter(({ a, b }) => new Set(a).size > 1 && new Set(b).size > 1)

test('lies within its interval and −1..1; does not change with sides, order, shift or scale; and turns with the sign', () => {
  fc.assert(
    fc.property(series, ({ a, b }) => {
      const { value, lower, upper } = pearsonCorrelation({ a, b })
      expect(-1 <= lower && lower <= value && value <= upper && upper <= 1).toBe(true)
      expect(pearsonCorrelation({ a: b, b: a }).value).toBeCloseTo(value, 12)
      expect(pearsonCorrelation({ a: [...a].reverse(), b: [...b].reverse() }).value).toBeCloseTo(value, 12)
      expect(pearsonCorrelation({ a: a.map((x) => 3 * x - 100), b }).value).toBeCloseTo(value, 12)
      expect(pearsonCorrelation({ a: a.map((x) => -x), b }).value).toBeCloseTo(-value, 12)
      expect(pearsonCorrelation({ a, b, confidence: 0.99 }).upper).toBeGreaterThanOrEqual(upper)
    }),
  )
})

test('says what it expected', () => {
  const a = [1, 2, 3, 4]
  const wrong = [
    { a: [], b: [] },
    { a: [1], b: [1] },
    { a, b: [1, 2, 3] },
    { a, b: [1, 2, 3, NaN] },
    { a, b: [0.3, 0.3, 0.1 + 0.2, 0.3] },
    { a, b: [4, 3, 2, 2], confidence: 1 },
  ]
  expect(wrong.map((input) => messageOf(() => pearsonCorrelation(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: pearsonCorrelation() expects at least 2 pairs, and got 0.",
      "RangeError: pearsonCorrelation() expects at least 2 pairs, and got 1.",
      "RangeError: pearsonCorrelation() expects two series of the same length, and got 4 and 3.",
      "RangeError: pearsonCorrelation() expects finite values, and got NaN: leave missing values out.",
      "RangeError: pearsonCorrelation() expects values that differ, and got a series of one value only.",
      "RangeError: pearsonCorrelation() expects a confidence above 0 and below 1, and got 1.",
    ]
  `)
})
