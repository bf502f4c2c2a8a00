import { isCompleted } from '../evaluation/counted-trials.js'
import type { EvaluatedCase, EvaluatedMetric } from '../evaluation/evaluated-case.js'
import { meanAndVariance } from '../statistics/mean-and-variance.js'
import type { BaselineScore } from './baseline.js'
import { roundScore, roundTrial } from './rounding.js'

/** What the trials of one score, or of one case's passing, come to on one side of a comparison. */
export interface Sample {
  /** Trials with a value. */
  n: number
  /** 0 of none. */
  mean: number
  /** Sample variance; 0 below two trials. */
  variance: number
  /** Trials without one: declined, or ended in an error. */
  missing: number
}

export function baselineSample({ score, unit, trials = 1, sd = 0, values, declined = 0 }: BaselineScore): Sample {
  if (values !== undefined) return { n: values.length, ...meanAndVariance({ values }), missing: declined }
  return { n: trials, mean: roundScore(score, unit), variance: sd ** 2, missing: declined }
}

/** Rounded as the baseline is that it is held against, so that what did not change has not changed. */
export function runSample(metric: EvaluatedMetric, evaluated: EvaluatedCase, before: BaselineScore): Sample {
  const values = metric.values.filter((value) => value !== null)
  const missing = missingTrials(metric, evaluated)
  if (metric.mean === null || values.length === 0) return { n: 0, mean: 0, variance: 0, missing: Math.max(1, missing) }
  if (before.values !== undefined) {
    const rounded = values.map((value) => roundTrial(value, metric.unit))
    return { n: values.length, ...meanAndVariance({ values: rounded }), missing }
  }
  return { n: values.length, mean: roundScore(metric.mean, metric.unit), variance: (metric.sd ?? 0) ** 2, missing }
}

/** Declined ones, and those that ended in an error before they came to this metric. */
export function missingTrials({ values }: EvaluatedMetric, { trials }: EvaluatedCase): number {
  const declined = values.filter((value) => value === null).length
  const errored = trials.filter((trial) => !isCompleted(trial)).length
  return declined + Math.max(0, Math.min(errored, trials.length - values.length))
}
