import { ALTERNATIVES, type Alternative } from './alternative.js'
import { expectFinite, expectOneOf } from './input-checks.js'
import { midRanks } from './mid-ranks.js'
import { normalDistribution } from './normal-distribution.js'
import { rankSumDistribution } from './rank-sum-distribution.js'
import { tailPValue } from './tail-p-value.js'

export interface MannWhitneyUTestInput {
  /** Finite numbers, at least 1; grades too, since only their order counts. */
  a: readonly number[]
  /** Independent of `a`, at least 1. */
  b: readonly number[]
  /**
   * `exact`: from all ways to deal the ranks out, ties included; O(n³ · n of the smaller sample), so for small samples.
   * `asymptotic`: by the normal distribution, corrected for ties and continuity. Default: exact up to 30 values together.
   */
  method?: 'exact' | 'asymptotic'
  /** `greater`: a's values tend to be greater than b's. Default `two-sided`. */
  alternative?: Alternative
}

export interface MannWhitneyUTest {
  /** U of `a`: pairs in which a's value is the greater, ties counting half. 0..n·m. */
  statistic: number
  pValue: number
  /** U / (n·m): how probably a value of `a` is greater than one of `b`, ties counting half. 0..1, 0.5 where neither tends to be. */
  probabilityOfSuperiority: number
}

/** With more values than that together the normal distribution is good enough. */
const MOST_EXACT = 30

/**
 * The Mann–Whitney U test, or Wilcoxon's rank sum test: whether values of one sample tend to be greater than those of another.
 * Where all values are the same the p-value is 1. O(n log n), if not exact.
 *
 * Ties are exact: 0.3 and 0.1 + 0.2 are none, so round what was computed.
 *
 * Sources: Mann and Whitney, "On a Test of Whether One of Two Random Variables Is Stochastically Larger than the Other", Annals of
 * Mathematical Statistics 18 (1947); the correction for ties by Hollander, Wolfe and Chicken, "Nonparametric Statistical Methods" (2014), 4.1.
 *
 * @throws {RangeError} for an empty sample, a value that is not finite, another method or alternative
 * @example
 * mannWhitneyUTest({ a: [4, 5, 5, 3], b: [2, 3, 1, 4] }) // { statistic: 14, pValue: 0.142…, probabilityOfSuperiority: 0.875 }
 */
export function mannWhitneyUTest({
  a,
  b,
  method = a.length + b.length <= MOST_EXACT ? 'exact' : 'asymptotic',
  alternative = 'two-sided',
}: MannWhitneyUTestInput): MannWhitneyUTest {
  if (a.length === 0 || b.length === 0) {
    throw new RangeError(`mannWhitneyUTest() expects values in both samples, and got ${a.length} and ${b.length}.`)
  }
  expectFinite('mannWhitneyUTest', a)
  expectFinite('mannWhitneyUTest', b)
  expectOneOf('mannWhitneyUTest', 'method', ['exact', 'asymptotic'], method)
  expectOneOf('mannWhitneyUTest', 'alternative', ALTERNATIVES, alternative)
  const { ranks, tieSizes } = midRanks({ values: [...a, ...b] })
  const rankSum = ranks.slice(0, a.length).reduce((sum, rank) => sum + rank, 0)
  const statistic = rankSum - (a.length * (a.length + 1)) / 2
  const tails =
    method === 'exact'
      ? rankSumDistribution({ ranks, size: a.length, rankSum })
      : asymptotic(statistic, a.length, b.length, tieSizes)
  return {
    statistic,
    pValue: tailPValue({ ...tails, alternative }).pValue,
    probabilityOfSuperiority: statistic / a.length / b.length,
  }
}

function asymptotic(
  statistic: number,
  n: number,
  m: number,
  tieSizes: readonly number[],
): { lower: number; upper: number } {
  const all = n + m
  const ties = tieSizes.reduce((sum, size) => sum + size ** 3 - size, 0)
  const variance = ((n * m) / 12) * (all + 1 - ties / (all * (all - 1)))
  // All values alike, but for rounding.
  if (!(variance > 1e-9 * n * m)) return { lower: 1, upper: 1 }
  const [apart, deviation] = [statistic - (n * m) / 2, Math.sqrt(variance)]
  return {
    lower: normalDistribution({ z: (apart + 0.5) / deviation }).lower,
    upper: normalDistribution({ z: (apart - 0.5) / deviation }).upper,
  }
}
