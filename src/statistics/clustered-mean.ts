import { ALTERNATIVES, type Alternative } from './alternative.js'
import { clusterTotals } from './cluster-totals.js'
import { expectConfidence, expectOneOf } from './input-checks.js'
import { tInterval } from './t-interval.js'

export interface ClusteredMeanInput {
  /** Finite numbers, at least 2. */
  values: readonly number[]
  /** Which cluster each value belongs to, such as its conversation or test case: at least 2 different ones. */
  clusters: readonly (string | number)[]
  /** Of the interval, above 0 and below 1. Default 0.95. */
  confidence?: number
  /** `greater` leaves only the lower end of the interval, and `less` only the upper one. Default `two-sided`. */
  alternative?: Alternative
}

export interface ClusteredEstimate {
  /** In the unit of the values. */
  estimate: number
  /** 0 where all clusters agree. */
  standardError: number
  /** Ends of the interval: −∞ below for the alternative `less`, ∞ above for `greater`. */
  lower: number
  upper: number
  /** Number of clusters. */
  clusters: number
  degreesOfFreedom: number
}

/**
 * The mean of values that come in clusters, with a standard error that does not take values of one cluster for independent: trials of one case are
 * alike, and the usual standard error too small. With values y, their mean ȳ, n of them in G clusters, it is the root of
 * G / (G − 1) · Σ (Σ (y − ȳ))² / n², the inner sum over a cluster, and the interval has G − 1 degrees of freedom. With one value
 * a cluster that is the usual standard error of a mean. Few clusters (below about 20) of very unequal size make it too small. O(n).
 *
 * Sources: Liang and Zeger, "Longitudinal Data Analysis Using Generalized Linear Models", Biometrika 73 (1986); Cameron and Miller,
 * "A Practitioner's Guide to Cluster-Robust Inference", Journal of Human Resources 50 (2015).
 *
 * @throws {RangeError} for unequal lengths, fewer than 2 clusters, a value that is not finite, a confidence outside 0..1, or another alternative
 * @example
 * clusteredMean({ values: [1, 1, 0, 1, 0, 0], clusters: ['a', 'a', 'b', 'b', 'c', 'c'] })
 * // { estimate: 0.5, standardError: 0.2886…, lower: -0.742…, upper: 1.742…, clusters: 3, degreesOfFreedom: 2 }
 */
export function clusteredMean({
  values,
  clusters,
  confidence = 0.95,
  alternative = 'two-sided',
}: ClusteredMeanInput): ClusteredEstimate {
  expectConfidence('clusteredMean', confidence)
  expectOneOf('clusteredMean', 'alternative', ALTERNATIVES, alternative)
  const { mean: estimate, totals, rounding } = clusterTotals({ name: 'clusteredMean', values, clusters })
  const root = Math.sqrt([...totals.values()].reduce((sum, total) => sum + total ** 2, 0))
  const standardError = root <= rounding ? 0 : root
  const degreesOfFreedom = totals.size - 1
  const interval = tInterval({ estimate, standardError, degreesOfFreedom, confidence, alternative })
  return { estimate, standardError, ...interval, clusters: totals.size, degreesOfFreedom }
}
