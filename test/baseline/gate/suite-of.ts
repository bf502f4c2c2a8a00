import type { Baseline } from '../../../src/baseline/baseline.js'
import { compareRun } from '../../../src/baseline/compare.js'
import { gate, type GateVerdict } from '../../../src/baseline/gate.js'
import type { GatePolicy } from '../../../src/baseline/gate/gate-policy.js'
import { defaultTolerances } from '../../../src/baseline/tolerances.js'
import { updateBaseline } from '../../../src/baseline/update-baseline.js'
import type { EvaluatedCase, EvaluatedMetric } from '../../../src/evaluation/evaluated-case.js'
import { average } from '../../../src/evaluation/average.js'
import { meanAndVariance } from '../../../src/statistics/mean-and-variance.js'
import { evaluated, metric } from '../support/evaluated.js'
import { policy } from '../support/policy.js'

type Values = (number | null)[]

/** A metric as its trials give it. */
export function metricOf(key: string, values: Values, more: Partial<EvaluatedMetric> = {}): EvaluatedMetric {
  const known = values.filter((value) => value !== null)
  const sd = known.length > 1 ? { sd: Math.sqrt(meanAndVariance({ values: known }).variance) } : {}
  const declined = values.length - known.length
  return metric(key, average(values), { values, declined, passed: known.length, ...sd, ...more })
}

/** A case whose trials passed or not; `null` for one that was not judged. */
export function caseOf(
  key: string,
  metrics: EvaluatedMetric[],
  passed: (boolean | null)[] = metrics[0]?.values.map((value) => (value === null ? null : true)) ?? [],
  more: Partial<EvaluatedCase> = {},
): EvaluatedCase {
  const trials = passed.map((pass, trial) => ({
    attempt: 0,
    repeat: 0,
    trial,
    replies: [],
    scores: [],
    errors: [],
    passed: pass,
  }))
  return evaluated(key, metrics, { trials, ...more })
}

/** Cases `c0`, `c1`, … of one metric, each with a score a trial. */
export function casesOf(scores: readonly Values[], more: Partial<EvaluatedMetric> = {}): EvaluatedCase[] {
  return scores.map((values, index) => caseOf(`c${index}`, [metricOf('quality', values, more)]))
}

export function baselineOf(cases: EvaluatedCase[]): Baseline | null {
  const { cases: comparison } = compareRun([inputOf(null, cases)], defaultTolerances)
  return updateBaseline({ baseline: null, cases, comparison, mode: 'new', partial: false }).baseline
}

export function verdictOn(
  before: EvaluatedCase[] | Baseline | null,
  after: EvaluatedCase[],
  own: Partial<GatePolicy> = {},
): GateVerdict {
  const baseline = Array.isArray(before) ? baselineOf(before) : before
  return gate(compareRun([inputOf(baseline, after)], defaultTolerances), { ...policy, ...own })
}

function inputOf(baseline: Baseline | null, cases: EvaluatedCase[]) {
  return { project: '', file: 'support.test.ts', baseline, cases, collected: cases.map(({ key }) => key) }
}
