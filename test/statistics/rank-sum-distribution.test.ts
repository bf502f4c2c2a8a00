import fc from 'fast-check'
import { expect, test } from 'vitest'
import { midRanks } from '../../src/statistics/mid-ranks.js'
import { rankSumDistribution } from '../../src/statistics/rank-sum-distribution.js'

/** The sums of all draws of that many ranks. */
function allSums(ranks: number[], size: number): number[] {
  if (size === 0) return [0]
  return ranks.flatMap((rank, at) => allSums(ranks.slice(at + 1), size - 1).map((sum) => sum + rank))
}

test('is the share among all draws, counted one by one', () => {
  const values = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(values, fc.nat(), (values, seed) => {
      const { ranks } = midRanks({ values })
      const size = seed % (ranks.length + 1)
      const rankSum = ranks.slice(0, size).reduce((sum, rank) => sum + rank, 0)
      const sums = allSums(ranks, size)
      const { lower, upper } = rankSumDistribution({ ranks, size, rankSum })
      expect(lower).toBeCloseTo(sums.filter((sum) => sum <= rankSum).length / sums.length, 12)
      expect(upper).toBeCloseTo(sums.filter((sum) => sum >= rankSum).length / sums.length, 12)
    }),
  )
})
