import { expectConfidence, expectFinite, expectSameLength } from './input-checks.js'
import { meanAndVariance } from './mean-and-variance.js'
import { normalQuantile } from './normal-quantile.js'

export interface PearsonInput {
  /** Finite numbers, at least 2, not all the same. */
  a: readonly number[]
  /** As many of the same cases, in the same order. */
  b: readonly number[]
  /** Of the interval, above 0 and below 1. Default 0.95. */
  confidence?: number
}

export interface PearsonCorrelation {
  /** −1..1: ±1 where the points lie on a line, 0 where no line tells of one by the other. */
  value: number
  /** Ends of the interval, −1..1. */
  lower: number
  upper: number
  /** Number of pairs. */
  n: number
}

/**
 * Pearson's correlation of two series, and an interval for it by Fisher's z: artanh(value) with the standard error 1 / √(n − 3). With 2 or 3 pairs
 * the interval is all of −1..1; at a value of exactly ±1 it has no width otherwise. Pairs are taken to be independent and
 * normal. O(n).
 *
 * Sources: Pearson, "Note on Regression and Inheritance in the Case of Two Parents", Proceedings of the Royal Society 58 (1895); Fisher, "On the
 * 'Probable Error' of a Coefficient of Correlation Deduced from a Small Sample", Metron 1 (1921).
 *
 * @throws {RangeError} for unequal lengths, fewer than 2 pairs, a value that is not finite, a series of one value only, a confidence outside 0..1
 * @example
 * pearsonCorrelation({ a: [1, 2, 3, 4, 5], b: [2, 1, 4, 3, 5] }) // { value: 0.8, lower: -0.27…, upper: 0.98…, n: 5 }
 */
export function pearsonCorrelation({ a, b, confidence = 0.95 }: PearsonInput): PearsonCorrelation {
  const n = a.length
  expectSameLength('pearsonCorrelation', a, b)
  if (n < 2) throw new RangeError(`pearsonCorrelation() expects at least 2 pairs, and got ${n}.`)
  expectFinite('pearsonCorrelation', a)
  expectFinite('pearsonCorrelation', b)
  expectConfidence('pearsonCorrelation', confidence)
  const [x, y] = [standardized(a), standardized(b)]
  const products = x.reduce((sum, value, index) => sum + value * (y[index] ?? NaN), 0)
  // Rounding may carry it past 1, where artanh has no value.
  const value = Math.max(-1, Math.min(1, products / (n - 1)))
  if (n < 4) return { value, lower: -1, upper: 1, n }
  const z = Math.atanh(value)
  const reach = normalQuantile({ p: (1 + confidence) / 2 }).value / Math.sqrt(n - 3)
  return { value, lower: Math.tanh(z - reach), upper: Math.tanh(z + reach), n }
}

function standardized(values: readonly number[]): number[] {
  const { mean, variance } = meanAndVariance({ values })
  if (variance === 0) {
    throw new RangeError('pearsonCorrelation() expects values that differ, and got a series of one value only.')
  }
  return values.map((value) => (value - mean) / Math.sqrt(variance))
}
