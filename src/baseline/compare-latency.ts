import { statusOfChange, type ComparedCase, type MetricPlace } from './compare-metric.js'
import type { MetricComparison, Tolerances } from './comparison.js'

/**
 * The median latency of a case that ran, held against its baseline; less is better.
 * Who judged and what was expected do not matter here. `null` where neither side has a latency.
 */
export function compareLatency(
  place: MetricPlace,
  { evaluated, entry, moved }: ComparedCase,
  tolerances: Tolerances,
): MetricComparison | null {
  const after = medianMs(evaluated.latenciesMs)
  if (entry?.latencyMs === undefined) {
    return after === null
      ? null
      : { ...place, status: 'new', unit: 'ms', before: null, after, change: null, changed: [] }
  }
  const compared = missingLatency(place, entry.latencyMs)
  if (after === null) {
    if (evaluated.errors.length > 0) return { ...compared, status: 'errored' }
    return evaluated.state === 'passed' ? compared : null
  }
  if (moved.length > 0) return { ...compared, status: 'incomparable', after, changed: moved }
  const change = after - entry.latencyMs
  return { ...compared, status: statusOfChange(-change, tolerances.latencyMs), after, change }
}

/** A latency that the baseline has and the run has not. */
export function missingLatency(place: MetricPlace, before: number): MetricComparison {
  return { ...place, status: 'removed', unit: 'ms', before, after: null, change: null, changed: [] }
}

function medianMs(durations: number[]): number | null {
  const sorted = [...durations].sort((a, b) => a - b)
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  const upper = sorted[Math.floor(sorted.length / 2)]
  return lower === undefined || upper === undefined ? null : Math.round((lower + upper) / 2)
}
