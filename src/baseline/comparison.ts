import type { EvaluatedCase } from '../evaluation/evaluated-case.js'
import type { Direction, ScoreUnit } from '../evaluation/score-unit.js'
import type { Baseline } from './baseline.js'
import type { PassCount } from './pass-count.js'
import type { Sample } from './sample.js'

export type ComparisonStatus =
  | 'degraded'
  | 'improved'
  | 'stable'
  /** In the run, not in the baseline. */
  | 'new'
  /** In the baseline, and nothing in the run could have produced it. */
  | 'removed'
  /** In the baseline; in the run the assistant, the judge or the test itself failed. */
  | 'errored'
  /** In the baseline; in the run the judge declined. */
  | 'declined'
  /** In both, but not of the same thing: `changed` says which part differs. */
  | 'incomparable'

/** What must be equal for two scores to be comparable. */
export type ComparabilityPart = 'input' | 'context' | 'expectation' | 'judge'

/** One metric of one case, held against its baseline. Differences are run − baseline. */
export interface MetricComparison {
  project: string
  file: string
  /** Key of the case. */
  key: string
  /** Key of the metric, or `latency`. */
  metric: string
  status: ComparisonStatus
  unit: ScoreUnit
  /** Whether more or less is better, where it is not as the unit says. */
  direction?: Direction | undefined
  /** Asserted under `.not`: the lower, the better. */
  negated?: boolean | undefined
  /** `quality` is tolerated on its own scale. */
  before: number | null
  after: number | null
  change: number | null
  changed: ComparabilityPart[]
  /** By how much it may be worse, where the gate's own margin is not meant. */
  tolerance?: number | undefined
  /** The trials on both sides, for what can be compared; without a value in the run where it was declined or errored. */
  samples?: { before: Sample; after: Sample } | undefined
  judgeBefore?: string
  judgeAfter?: string
  rationaleBefore?: string
  rationaleAfter?: string
}

/** One case of the run or of the baseline, with its metrics. */
export interface CaseComparison {
  project: string
  file: string
  key: string
  /** The worst of its metrics' statuses. */
  status: ComparisonStatus
  metrics: MetricComparison[]
  replyBefore?: string
  replyAfter?: string
  input?: string | string[]
  /** Messages of what failed, where `status` is `errored`. */
  errors: string[]
  /** Of the dataset's row; 1 is the highest. */
  priority?: number | undefined
  /** Trials that passed, where input, context and what is asserted are the same on both sides. */
  passes?: { before: PassCount; after: PassCount } | undefined
}

export interface Comparison {
  cases: CaseComparison[]
  /** Number of metric comparisons by status. */
  counts: Record<ComparisonStatus, number>
  /** Cases by test file of which a score is on neither side, for the judge declined it. */
  declinedTwice: { project: string; file: string; cases: number }[]
  /** The provider answered with another model than in the baseline, though the judge is the same. */
  servedModelChanges: { judge: string; before: string; after: string }[]
}

/** The run and the baseline of one test file. */
export interface ComparisonInput {
  project: string
  file: string
  /** `null` where there is no baseline yet. */
  baseline: Baseline | null
  cases: EvaluatedCase[]
  /** Keys of every test that was collected, run or not: what is missing here is removed. */
  collected: string[]
}

/** Drops up to and including these are stable. */
export interface Tolerances {
  /** Unit scores, default 0.05. */
  unit: number
  /** Points of quality on the 1..5 scale, default 1. */
  quality: number
  /** Milliseconds of latency, default 1000. */
  latencyMs: number
}
