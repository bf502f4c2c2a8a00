import { ALTERNATIVES, type Alternative } from './alternative.js'
import { expectFinite, expectOneOf, expectSameLength } from './input-checks.js'
import { midRanks } from './mid-ranks.js'
import { normalDistribution } from './normal-distribution.js'
import { tailPValue } from './tail-p-value.js'

export interface WilcoxonSignedRankTestInput {
  /** Finite numbers, at least 1. */
  a: readonly number[]
  /** As many of the same cases, in the same order. */
  b: readonly number[]
  /**
   * `exact`: from all ways to deal the signs out, ties included; O(n³). `asymptotic`: by the normal distribution, corrected for ties.
   * Default: exact up to 50 pairs that differ.
   */
  method?: 'exact' | 'asymptotic'
  /** `greater`: a's values tend to be greater than b's. Default `two-sided`. */
  alternative?: Alternative
}

export interface WilcoxonSignedRankTest {
  /** Two-sided the smaller of the two rank sums, else that of the pairs in which `a` is greater. */
  statistic: number
  pValue: number
  /** Sum of the ranks of the pairs in which `a` is greater. */
  positiveRanks: number
  /** Of those in which `b` is. */
  negativeRanks: number
  /** Pairs that differ, and on which the test rests. */
  n: number
}

/** With more pairs than that the normal distribution is good enough. */
const MOST_EXACT = 50

/**
 * Wilcoxon's signed rank test: whether the differences of pairs lie symmetrically around 0. Pairs that do not differ are left out; where none
 * does, the p-value is 1. O(n log n), if not exact.
 *
 * Ties are exact: 0.3 and 0.1 + 0.2 differ, so round what was computed.
 *
 * Sources: Wilcoxon, "Individual Comparisons by Ranking Methods", Biometrics Bulletin 1 (1945); the correction for ties by Hollander, Wolfe and
 * Chicken, "Nonparametric Statistical Methods" (2014), 3.1.
 *
 * @throws {RangeError} without pairs, for unequal lengths, a value that is not finite, another method or alternative
 * @example
 * wilcoxonSignedRankTest({ a: [5, 4, 4, 5, 3, 5], b: [3, 3, 4, 2, 4, 1] })
 * // { statistic: 1.5, pValue: 0.1875, positiveRanks: 13.5, negativeRanks: 1.5, n: 5 }
 */
export function wilcoxonSignedRankTest({
  a,
  b,
  method,
  alternative = 'two-sided',
}: WilcoxonSignedRankTestInput): WilcoxonSignedRankTest {
  expectSameLength('wilcoxonSignedRankTest', a, b)
  if (a.length === 0) throw new RangeError('wilcoxonSignedRankTest() expects at least one pair, and got none.')
  expectFinite('wilcoxonSignedRankTest', a)
  expectFinite('wilcoxonSignedRankTest', b)
  if (method !== undefined) expectOneOf('wilcoxonSignedRankTest', 'method', ['exact', 'asymptotic'], method)
  expectOneOf('wilcoxonSignedRankTest', 'alternative', ALTERNATIVES, alternative)
  const differences = a.map((value, index) => value - (b[index] ?? NaN)).filter((difference) => difference !== 0)
  const n = differences.length
  const { ranks, tieSizes } = midRanks({ values: differences.map(Math.abs) })
  const positiveRanks = ranks.reduce((sum, rank, index) => sum + ((differences[index] ?? 0) > 0 ? rank : 0), 0)
  const negativeRanks = (n * (n + 1)) / 2 - positiveRanks
  const isExact = method === undefined ? n <= MOST_EXACT : method === 'exact'
  const tails = isExact ? exact(positiveRanks, ranks) : asymptotic(positiveRanks, n, tieSizes)
  return {
    statistic: alternative === 'two-sided' ? Math.min(positiveRanks, negativeRanks) : positiveRanks,
    pValue: tailPValue({ ...tails, alternative }).pValue,
    positiveRanks,
    negativeRanks,
    n,
  }
}

/** By dynamic programming: how probable each doubled sum is after each rank, whose sign is one or the other equally often. */
function exact(positiveRanks: number, ranks: readonly number[]): { lower: number; upper: number } {
  const shares = new Float64Array(ranks.reduce((sum, rank) => sum + 2 * rank, 1))
  shares[0] = 1
  for (const rank of ranks) {
    for (let sum = shares.length - 1; sum >= 0; sum--) {
      shares[sum] = ((shares[sum] ?? 0) + (shares[sum - 2 * rank] ?? 0)) / 2
    }
  }
  let [lower, upper] = [0, 0]
  for (const [sum, share] of shares.entries()) {
    if (sum <= 2 * positiveRanks) lower += share
    if (sum >= 2 * positiveRanks) upper += share
  }
  return { lower, upper }
}

function asymptotic(positiveRanks: number, n: number, tieSizes: readonly number[]): { lower: number; upper: number } {
  if (n === 0) return { lower: 1, upper: 1 }
  const ties = tieSizes.reduce((sum, size) => sum + size ** 3 - size, 0)
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48
  return normalDistribution({ z: (positiveRanks - (n * (n + 1)) / 4) / Math.sqrt(variance) })
}
