import { expectFinite } from './input-checks.js'
import { meanAndVariance } from './mean-and-variance.js'

export interface ClusterTotalsInput {
  /** Of the function that was called, for its messages. */
  name: string
  values: readonly number[]
  clusters: readonly (string | number)[]
}

export interface ClusterTotals {
  mean: number
  /** What each cluster adds to the mean's error: √(G / (G − 1)) · Σ (y − ȳ) / n. Their squares add up to its variance. */
  totals: Map<string | number, number>
  /** A standard error up to that is none. */
  rounding: number
}

/**
 * The parts of a cluster-robust variance, one a cluster.
 *
 * Source: Cameron and Miller, "A Practitioner's Guide to Cluster-Robust Inference", Journal of Human Resources 50 (2015).
 *
 * @throws {RangeError} for unequal lengths, fewer than 2 clusters, or a value that is not finite
 */
export function clusterTotals({ name, values, clusters }: ClusterTotalsInput): ClusterTotals {
  if (values.length !== clusters.length) {
    throw new RangeError(
      `${name}() expects a cluster for each value, and got ${values.length} values and ${clusters.length} clusters.`,
    )
  }
  expectFinite(name, values)
  const totals = new Map<string | number, number>()
  const { mean } = meanAndVariance({ values })
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  for (const [index, cluster] of clusters.entries()) {
    totals.set(cluster, (totals.get(cluster) ?? 0) + ((values[index] ?? NaN) - mean))
  }
  const count = totals.size
  if (count < 2) throw new RangeError(`${name}() expects at least 2 clusters, and got ${count}.`)
  const scale = Math.sqrt(count / (count - 1)) / values.length
  for (const [cluster, total] of totals) totals.set(cluster, total * scale)
  return { mean, totals, rounding: 4 * Number.EPSILON * largest }
}
