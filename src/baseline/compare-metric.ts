import type { EvaluatedCase, EvaluatedMetric } from '../evaluation/evaluated-case.js'
import { scoreUnits } from '../evaluation/score-unit.js'
import type { BaselineEntry, BaselineScore } from './baseline.js'
import { changedJudging, judgeId } from './comparability.js'
import type { ComparabilityPart, ComparisonStatus, MetricComparison, Tolerances } from './comparison.js'
import { own } from './own.js'
import { roundScore } from './rounding.js'
import { baselineSample, runSample } from './sample.js'
import { toleranceOf } from './tolerances.js'

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
 * One scored metric of a case that ran, held against its baseline. Both sides are rounded as the file is.
 * `null` where there is nothing to say: no value in the run and none in the baseline.
 */
export function compareMetric(
  place: MetricPlace,
  { evaluated, entry, moved }: ComparedCase,
  metric: EvaluatedMetric,
  tolerances: Tolerances,
): MetricComparison | null {
  const before = own(entry?.scores, place.metric)
  const after = metric.mean === null ? null : roundScore(metric.mean, metric.unit)
  if (before === undefined) return after === null ? null : comparisonOf(place, { status: 'new', metric, after })
  const changed = [...moved, ...changedJudging(before, metric)]
  if (after === null) {
    // Of another expectation, or by another judge, a value would be no witness either.
    const samples = changed.length > 0 ? undefined : samplesOf(before, metric, evaluated)
    return comparisonOf(place, { status: withoutValue(metric, evaluated), before, metric, samples })
  }
  if (changed.length > 0) return comparisonOf(place, { status: 'incomparable', before, metric, after, changed })
  const score = roundScore(before.score, before.unit)
  const change = roundScore(after - score, metric.unit)
  const status = statusOfChange(
    isBetterLower(metric) ? -change : change,
    toleranceOf(metric, score, tolerances),
    // Of a number on a scale that may be as small as it likes.
    metric.unit === 'number' ? epsilon * Math.abs(score) : epsilon,
  )
  const samples = samplesOf(before, metric, evaluated)
  return comparisonOf(place, { status, before, metric, after, change, samples })
}

function samplesOf(before: BaselineScore, metric: EvaluatedMetric, evaluated: EvaluatedCase) {
  return { before: baselineSample(before), after: runSample(metric, evaluated, before) }
}

/** A metric that the baseline has and the run has not. */
export function missingMetric(
  place: MetricPlace,
  before: BaselineScore,
  status: 'removed' | 'errored' = 'removed',
): MetricComparison {
  const sample = baselineSample(before)
  // As many trials as before were to be had.
  const after = { n: 0, mean: 0, variance: 0, missing: sample.n + sample.missing }
  return comparisonOf(place, { status, before, ...(status === 'errored' && { samples: { before: sample, after } }) })
}

/** Whether a gain (negative: a loss) is more than what is tolerated. */
export function statusOfChange(
  gain: number,
  tolerance: number,
  rounding = epsilon,
): 'degraded' | 'improved' | 'stable' {
  if (gain < -tolerance - rounding) return 'degraded'
  return gain > tolerance + rounding ? 'improved' : 'stable'
}

/** What `.not` asserts gets better the lower it is. */
function isBetterLower({ unit, direction = scoreUnits[unit].better, negated }: EvaluatedMetric): boolean {
  return (direction === 'down') !== (negated === true)
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
    samples?: MetricComparison['samples']
  },
): MetricComparison {
  const { status, before, metric } = found
  return {
    project,
    file,
    key,
    metric: metricKey,
    status,
    unit: metric?.unit ?? before?.unit ?? 'unit',
    direction: metric?.direction,
    negated: metric?.negated,
    before: before === undefined ? null : roundScore(before.score, before.unit),
    after: found.after ?? null,
    change: found.change ?? null,
    changed: found.changed ?? [],
    tolerance: metric?.tolerance,
    samples: found.samples,
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
