import type {
  AcceptanceRecord,
  CaseRecord,
  ErrorRecord,
  JudgeIdentity,
  TrialRecord,
  UsageRecord,
} from './record-schema.js'
import type { Direction, ScoreUnit } from './score-unit.js'

/** One test as it came back from its worker, with what Vitest knows of it. The unit of store, baseline and report. */
export interface EvaluatedCase {
  /** Name of the Vitest project, '' for the only one. */
  project: string
  /** Test file from the root, with forward slashes. */
  file: string
  /** Full test name, `suite > test`. */
  name: string
  /** The case's key in its baseline: the dataset's id, else the full test name. */
  key: string
  /** The enclosing describe block, or the file where there is none. */
  suite: string
  line?: number
  state: 'passed' | 'failed' | 'skipped'
  /** The dataset's row, where `describeCases` made the test. */
  case?: CaseRecord
  acceptance?: AcceptanceRecord
  /** Whether the case held by its pass rule, where a miss does not fail the test; else `state` says it. */
  passed?: boolean
  /** Trials that count: of `retry` attempts the first completed one. */
  trials: TrialRecord[]
  /** Inputs of one trial, in order; of the first completed trial. */
  inputs: string[]
  /** Hash of the context that the assistant was given; absent where there was none. */
  contextHash?: string
  metrics: EvaluatedMetric[]
  /** Reply of the trial nearest the median score; absent where no trial completed. */
  reply?: string
  errors: ErrorRecord[]
  /** Durations of all replies, in milliseconds. */
  latenciesMs: number[]
  assistantUsage: UsageRecord
  judgeUsage: UsageRecord
}

/** One metric of one case, over its trials. */
export interface EvaluatedMetric {
  /** `intent`, `intent#2` for the second in a test, `intent:greeting` with an id. */
  key: string
  metric: string
  unit: ScoreUnit
  /** Whether more or less is better, where it is not as the unit says. */
  direction?: Direction
  /** By how much it may be worse than its baseline, where the gate's own tolerance is not meant. */
  tolerance?: number
  /** Asserted with `.not`: a high score is a miss. */
  negated?: true
  /** A value a trial; `null` where the judge declined or failed. */
  values: (number | null)[]
  /** Mean of the values that are numbers; `null` if there are none. */
  mean: number | null
  /** Sample standard deviation; absent below two values. */
  sd?: number
  /** `null`: nothing was asserted, the score is only recorded. */
  threshold: number | null
  /** Trials in which the assertion held, missed, was declined, or whose judge failed. */
  passed: number
  missed: number
  declined: number
  errored: number
  /** Of the trial nearest the median, else the reason for declining. */
  rationale: string
  judge: JudgeIdentity
  /** Hash of what was expected. */
  expectationHash: string
}
