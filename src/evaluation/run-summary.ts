import type { CorrectedPassRate } from './corrected-pass-rate.js'
import type { SpearmanCorrelation } from '../statistics/spearman-correlation.js'
import type { AcceptanceRecord, JudgeIdentity, UsageRecord } from './record-schema.js'
import type { ScoreUnit } from './score-unit.js'

/** A run as reports show it: suites, and who judged. Computed once from the evaluated cases. */
export interface RunSummary {
  suites: SuiteSummary[]
  judges: JudgeSummary[]
  judged: number
  notJudged: number
  errors: number
  /** Judgements and replies that were taken from recordings. */
  replayed: { judgements: number; replies: number }
  /** Why judgements are missing, with how many, most frequent first. */
  notJudgedReasons: { reason: string; count: number }[]
  assistantUsage: UsageRecord
  judgeUsage: UsageRecord
  /** Models whose tokens are known and whose cost is not: the costs above are without them. */
  unpricedModels: string[]
  /** Rank correlation of score and reply length; `null` where there is too little to tell. */
  lengthBias: SpearmanCorrelation | null
  /** Of all suites, by metric, judge and pass mark. */
  passRates: CorrectedPassRate[]
}

export interface SuiteSummary {
  project: string
  file: string
  suite: string
  cases: number
  passed: number
  failed: number
  skipped: number
  /** Judgements with a value, declined ones, and failed assistants, judges and tests. */
  judged: number
  notJudged: number
  errors: number
  metrics: { metric: string; unit: ScoreUnit; mean: number | null; n: number }[]
  /** Shares of judgements that passed, by metric, judge and pass mark, as judged and corrected for the judge's known errors. */
  passRates: CorrectedPassRate[]
  latency: { p50Ms: number; p95Ms: number; n: number } | null
  assistantUsage: UsageRecord
  judgeUsage: UsageRecord
  acceptance?: AcceptanceRecord
}

export interface JudgeSummary extends JudgeIdentity {
  judgements: number
}
