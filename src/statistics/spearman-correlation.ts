import { expectConfidence, expectFinite, expectSameLength } from './input-checks.js'
import { midRanks } from './mid-ranks.js'
import { normalQuantile } from './normal-quantile.js'

export interface SpearmanInput {
  /** Finite numbers, at least 4, not all the same. */
  a: readonly number[]
  /** As many of the same cases, in the same order. */
  b: readonly number[]
  /** Of the interval, above 0 and below 1. Default 0.95. */
  confidence?: number
}

export interface SpearmanCorrelation {
  /** −1..1: 1 where both rise together, 0 where neither tells of the other. */
  value: number
  /** Ends of the interval, −1..1. */
  lower: number
  upper: number
  /** Number of pairs. */
  n: number
}

/**
 * Spearman's rank correlation of two series, and an interval for it: the correlation of their ranks, ties sharing a mean rank.
 * The interval is Fisher's z, artanh(value), with the standard error √((1 + value²/2) / (n − 3)). O(n log n).
 * Pairs are taken to be independent; at a value of exactly ±1 the interval has no width.
 *
 * Source of the standard error: D. G. Bonett and T. A. Wright, "Sample size requirements for estimating Pearson, Kendall and
 * Spearman correlations", Psychometrika 65 (2000).
 *
 * @throws {RangeError} on series of different lengths, fewer than 4 pairs, a value that is not finite, a series of one value
 * only, a confidence outside 0..1
 * @example
 * spearmanCorrelation({ a: [1, 2, 3, 4, 5], b: [2, 1, 4, 3, 5] }) // { value: 0.8, lower: -0.46…, upper: 0.99…, n: 5 }
 */
export function spearmanCorrelation({ a, b, confidence = 0.95 }: SpearmanInput): SpearmanCorrelation {
  const n = a.length
  expectSameLength('spearmanCorrelation', a, b)
  if (n < 4) throw new RangeError(`spearmanCorrelation() expects at least 4 pairs, and got ${n}.`)
  expectConfidence('spearmanCorrelation', confidence)
  expectFinite('spearmanCorrelation', a)
  expectFinite('spearmanCorrelation', b)
  const value = correlationOfRanks(midRanks({ values: a }).ranks, midRanks({ values: b }).ranks)
  if (Number.isNaN(value)) {
    throw new RangeError('spearmanCorrelation() expects values that differ, and got a series of one value only.')
  }
  const z = Math.atanh(value)
  const reach = normalQuantile({ p: (1 + confidence) / 2 }).value * Math.sqrt((1 + value ** 2 / 2) / (n - 3))
  return { value, lower: Math.tanh(z - reach), upper: Math.tanh(z + reach), n }
}

/** Pearson's correlation of two series with the mean (n + 1) / 2. NaN where one does not vary. */
function correlationOfRanks(a: readonly number[], b: readonly number[]): number {
  const mean = (a.length + 1) / 2
  let [ab, aa, bb] = [0, 0, 0]
  for (const [index, rank] of a.entries()) {
    const [x, y] = [rank - mean, (b[index] ?? NaN) - mean]
    ab += x * y
    aa += x * x
    bb += y * y
  }
  // Rounding may carry it past 1, where artanh has no value.
  return Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb)))
}
