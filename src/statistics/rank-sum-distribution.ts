export interface RankSumDistributionInput {
  /** Of both samples together, whole or half numbers. */
  ranks: readonly number[]
  /** Of the first sample, 0..ranks. */
  size: number
  /** Of the first sample. */
  rankSum: number
}

/**
 * How probable it is that as many ranks, drawn without replacement, add up to at most, and to at least, such a sum. Counted by
 * dynamic programming over the ranks: the share of all draws that have some number and sum, rank by rank.
 * O(n · size · sum of the ranks).
 *
 * Source: Pagano and Tritchler, "On Obtaining Permutation Distributions in Polynomial Time", JASA 78 (1983).
 *
 * @example
 * rankSumDistribution({ ranks: [1, 2, 3, 4], size: 2, rankSum: 7 }) // { lower: 1, upper: 1 / 6 }
 */
export function rankSumDistribution({ ranks, size, rankSum }: RankSumDistributionInput): {
  lower: number
  upper: number
} {
  const doubled = ranks.map((rank) => 2 * rank)
  const width = doubled.reduce((sum, rank) => sum + rank, 1)
  // The share of draws so far, of all that are as long, with this many of the ranks (outer) and this doubled sum (inner).
  const shares = Array.from({ length: size + 1 }, () => new Float64Array(width))
  const empty = shares[0]
  if (empty !== undefined) empty[0] = 1
  for (const [seen, rank] of doubled.entries()) {
    for (let count = Math.min(size, seen + 1); count >= 1; count--) {
      const [from, to] = [shares[count - 1], shares[count]]
      if (from === undefined || to === undefined) continue
      // Of a draw of `count` out of seen + 1, the newest is one of them that often.
      const taken = count / (seen + 1)
      for (let sum = width - 1; sum >= 0; sum--) {
        const before = sum >= rank ? (from[sum - rank] ?? 0) : 0
        to[sum] = (to[sum] ?? 0) * (1 - taken) + before * taken
      }
    }
  }
  let [lower, upper] = [0, 0]
  for (const [sum, share] of (shares[size] ?? new Float64Array()).entries()) {
    if (sum <= 2 * rankSum) lower += share
    if (sum >= 2 * rankSum) upper += share
  }
  return { lower: Math.min(1, lower), upper: Math.min(1, upper) }
}
