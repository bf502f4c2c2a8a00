import { ALTERNATIVES, type Alternative } from './alternative.js'
import { clusterTotals } from './cluster-totals.js'
import type { ClusteredEstimate, ClusteredMeanInput } from './clustered-mean.js'
import { expectConfidence, expectOneOf } from './input-checks.js'
import { tInference } from './t-inference.js'
import { tInterval } from './t-interval.js'

export interface ClusteredMeanDifferenceInput {
  /** Values and their clusters, at least 2 different ones. */
  a: Pick<ClusteredMeanInput, 'values' | 'clusters'>
  /** A cluster that is in both is the same: a test case that was run under both versions. */
  b: Pick<ClusteredMeanInput, 'values' | 'clusters'>
  /** Of the interval, above 0 and below 1. Default 0.95. */
  confidence?: number
  /** `greater`: a's mean is greater than b's. Default `two-sided`. */
  alternative?: Alternative
}

export interface ClusteredMeanDifference extends ClusteredEstimate {
  /** `null` where no cluster says anything else than the others, and there is nothing to tell a difference from noise by. */
  statistic: number | null
  pValue: number | null
}

/**
 * The difference of two means, a − b, of values that come in clusters, tested against 0. Clusters that are in both count as pairs, what they
 * share is not taken for noise, and the others as independent, so that it serves pairs, independent groups and what lies between. With one value
 * a cluster it has the standard error of `pairedTTest` if all clusters are in both, and that of `welchTTest` if none is.
 * With all clusters alike
 * the interval has no width. Degrees of freedom are the clusters of the group that has fewer, less 1, which for independent groups is cautious. O(n).
 *
 * Sources: Liang and Zeger, "Longitudinal Data Analysis Using Generalized Linear Models", Biometrika 73 (1986); Cameron and Miller,
 * "A Practitioner's Guide to Cluster-Robust Inference", Journal of Human Resources 50 (2015), the correction for few clusters by group.
 *
 * @throws {RangeError} for unequal lengths, fewer than 2 clusters in a group, a value that is not finite, a confidence outside 0..1, or another
 * alternative
 * @example
 * clusteredMeanDifference({
 *   a: { values: [1, 1, 0, 1, 1], clusters: ['x', 'x', 'y', 'y', 'z'] },
 *   b: { values: [0, 1, 0, 0], clusters: ['x', 'x', 'y', 'z'] },
 * }) // { estimate: 0.55, standardError: 0.1541…, clusters: 3, degreesOfFreedom: 2, statistic: 3.568…, pValue: 0.0703…, … }
 */
export function clusteredMeanDifference({
  a,
  b,
  confidence = 0.95,
  alternative = 'two-sided',
}: ClusteredMeanDifferenceInput): ClusteredMeanDifference {
  const name = 'clusteredMeanDifference'
  expectConfidence(name, confidence)
  expectOneOf(name, 'alternative', ALTERNATIVES, alternative)
  const ofA = clusterTotals({ name, ...a })
  const ofB = clusterTotals({ name, ...b })
  const clusters = new Set([...ofA.totals.keys(), ...ofB.totals.keys()])
  let variance = 0
  for (const cluster of clusters) variance += ((ofA.totals.get(cluster) ?? 0) - (ofB.totals.get(cluster) ?? 0)) ** 2
  const estimate = ofA.mean - ofB.mean
  const degreesOfFreedom = Math.min(ofA.totals.size, ofB.totals.size) - 1
  const root = Math.sqrt(variance)
  const sample = { estimate, degreesOfFreedom, clusters: clusters.size }
  if (root <= ofA.rounding + ofB.rounding) {
    const interval = tInterval({ ...sample, standardError: 0, confidence, alternative })
    return { ...sample, standardError: 0, ...interval, statistic: null, pValue: null }
  }
  const inference = tInference({ ...sample, standardError: root, nullValue: 0, confidence, alternative })
  return { ...sample, standardError: root, ...inference }
}
