import { expectFinite, expectSameLength } from './input-checks.js'
import { midRanks } from './mid-ranks.js'

export interface RocAucInput {
  /** What is true of each case: 1 or `true` for positive. At least one of either. */
  labels: readonly (0 | 1 | boolean)[]
  /** What was said of the same cases, in the same order: finite numbers, higher for more probably positive. */
  scores: readonly number[]
}

/**
 * The area under the receiver operating characteristic: how probably a positive case has a higher score than a negative one, ties counting half. 0..1:
 * 1 where the scores tell them apart, 0.5 where they say nothing. It looks at the scores' order alone. O(n log n).
 *
 * Source: Hanley and McNeil, "The Meaning and Use of the Area under a Receiver Operating Characteristic (ROC) Curve", Radiology 143 (1982).
 *
 * @throws {RangeError} for unequal lengths, another label, a score that is not finite, or labels that are all the same
 * @example
 * rocAuc({ labels: [1, 1, 0, 0], scores: [0.9, 0.4, 0.6, 0.1] }) // { value: 0.75, positives: 2, negatives: 2 }
 */
export function rocAuc({ labels, scores }: RocAucInput): { value: number; positives: number; negatives: number } {
  expectSameLength('rocAuc', labels, scores)
  expectFinite('rocAuc', scores)
  let [positives, rankSum] = [0, 0]
  const { ranks } = midRanks({ values: scores })
  for (const [index, label] of labels.entries()) {
    const isPositive = Number(label)
    if (isPositive !== 0 && isPositive !== 1) {
      throw new RangeError(`rocAuc() expects the labels 0 and 1, or false and true, and got ${label}.`)
    }
    positives += isPositive
    rankSum += isPositive * (ranks[index] ?? NaN)
  }
  const negatives = labels.length - positives
  if (positives === 0 || negatives === 0) {
    throw new RangeError(
      `rocAuc() expects labels of either kind, and got ${positives} positive and ${negatives} negative.`,
    )
  }
  return { value: (rankSum - (positives * (positives + 1)) / 2) / positives / negatives, positives, negatives }
}
