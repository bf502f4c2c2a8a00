import type { ScoreUnit } from '../../evaluation/score-unit.js'
import type { Sample } from '../sample.js'

/** One score of a case on both sides, where the higher is the better: what should be low has been turned round. */
export interface PairedScore {
  before: Sample
  after: Sample
  /** What would be worst and best in place of a trial that is missing; `null` where the scale has no ends. */
  worst: number | null
  best: number | null
  /** The drop that is to be excluded. */
  margin: number
}

/** A metric of one suite: its scores by case. */
export interface GatedMetric {
  /** `intent`, `quality`, …, or `pass rate`. */
  metric: string
  unit: ScoreUnit
  kind: 'score' | 'pass rate'
  /** Every score of it is better the lower it is. */
  betterLower: boolean
  cases: PairedScore[][]
}

/** What takes the place of trials that are missing in the run, and were not in the baseline. */
export type Imputation = 'none' | 'worst' | 'best'
