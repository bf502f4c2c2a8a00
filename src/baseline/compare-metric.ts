import type { EvaluatedCase, EvaluatedMetric } from '../evaluation/evaluated-case.js'
import type { BaselineEntry, BaselineScore } from './baseline.js'
import { changedJudging, judgeId } from './comparability.js'
import type { ComparabilityPart, ComparisonStatus, MetricComparison, Tolerances } from './comparison.js'
import { own } from './own.js'
import { roundScore } from './rounding.js'

/** Where a metric stands. */
export type MetricPlace = Pick<MetricComparison, 'project' | 'file' | 'key' | 'metric'>

/** Sums of numbers like 0.8 − 0.75 are off by about 1e-16; scores are told apart at 0.01. */
const epsilon = 1e-9

/** A case of the run, and what the baseline has of it. */
export interface ComparedCase {
  evaluated: EvaluatedCase
  entry: BaselineEntry | undefined
  /** Which of input and context differ; empty where there is no entry. */
  moved: ComparabilityPart[]
}

/**
 * One scored metric of a case that ran, held against its baseline. Both sides are rounded to 0.01, as the file is.
 * `null` where there is nothing to say: no value in the run and none in the baseline.
 */
export function compareMetric(
  place: MetricPlace,
  { evaluated, entry, moved }: ComparedCase,
  metric: EvaluatedMetric,
  tolerances: Tolerances,
): MetricComparison | null {
  const before = own(entry?.scores, place.metric)
  const after = metric.mean === null ? null : roundScore(metric.mean)
  if (before === undefined) return after === null ? null : comparisonOf(place, { status: 'new', metric, after })
  if (after === null) return comparisonOf(place, { status: withoutValue(metric, evaluated), before, metric })
  const changed = [...moved, ...changedJudging(before, metric)]
  if (changed.length > 0) return comparisonOf(place, { status: 'incomparable', before, metric, after, changed })
  const change = roundScore(after - roundScore(before.score))
  const tolerance = metric.metric === 'quality' ? tolerances.quality / 4 : tolerances.unit
  // What `.not` asserts gets better the lower it is.
  const gain = metric.negated === true ? -change : change
  return comparisonOf(place, { status: statusOfChange(gain, tolerance), before, metric, after, change })
}

/** A metric that the baseline has and the run has not. */
export function missingMetric(
  place: MetricPlace,
  before: BaselineScore,
  status: 'removed' | 'errored' = 'removed',
): MetricComparison {
  return comparisonOf(place, { status, before })
}

/** Whether a gain (negative: a loss) is more than what is tolerated. */
export function statusOfChange(gain: number, tolerance: number): 'degraded' | 'improved' | 'stable' {
  if (gain < -tolerance - epsilon) return 'degraded'
  return gain > tolerance + epsilon ? 'improved' : 'stable'
}

// Spelt out and not spread: this is made once for every score of a run.
function comparisonOf(
  { project, file, key, metric: metricKey }: MetricPlace,
  found: {
    status: ComparisonStatus
    before?: BaselineScore
    metric?: EvaluatedMetric
    after?: number
    change?: number
    changed?: ComparabilityPart[]
  },
): MetricComparison {
  const { status, before, metric } = found
  return {
    project,
    file,
    key,
    metric: metricKey,
    status,
    unit: 'unit',
    negated: metric?.negated,
    before: before === undefined ? null : roundScore(before.score),
    after: found.after ?? null,
    change: found.change ?? null,
    changed: found.changed ?? [],
    judgeBefore: before?.judge,
    judgeAfter: metric === undefined ? undefined : judgeId(metric.judge),
    rationaleBefore: before?.rationale,
    rationaleAfter: metric?.rationale,
  }
}

function withoutValue(metric: EvaluatedMetric, evaluated: EvaluatedCase): ComparisonStatus {
  if (metric.errored > 0) return 'errored'
  return metric.declined === 0 && evaluated.errors.length > 0 ? 'errored' : 'declined'
}
