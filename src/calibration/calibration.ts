import type { CalibratedMetric } from './labelled-reply.js'
import type { PassCounts } from '../evaluation/judge-accuracy.js'
import type { UsageRecord } from '../evaluation/record-schema.js'

/** How far a judge agrees with people, metric by metric. */
export interface Calibration {
  /** Name and fingerprint of the judge. */
  judge: string
  fingerprint: string
  /** The models that the provider said had answered, sorted. */
  servedModels: string[]
  /** One for each metric that was labelled, in alphabetical order. */
  metrics: MetricCalibration[]
  /** In the order of the labels. */
  replies: CalibratedReply[]
  /** What all judgements used, failed ones too where they said so. */
  usage: UsageRecord
}

export interface MetricCalibration {
  metric: CalibratedMetric
  /** Replies that were judged, and so compared with their label. */
  n: number
  declined: number
  errored: number
  /** In the order of `confusion`. */
  labels: string[]
  /** `quadratic` where the labels have an order. */
  weights: 'none' | 'quadratic'
  /** Judge and first label; `null` where nothing was judged. */
  kappa: KappaEstimate | null
  /** First and second label, where at least one reply has both: what can be asked of a judge. */
  humanKappa: KappaEstimate | null
  /** Share of replies with the same label, 0..1; `null` where nothing was judged. */
  agreement: number | null
  /** How many replies got a label (row) from the person and one (column) from the judge. */
  confusion: number[][]
  /** How well the judge tells what passes; absent where no label is better than another. */
  pass?: PassAgreement
  /** Passed or not by people and by the judge, at each pass mark; empty where no label is better than another. What pass rates are corrected by. */
  passCounts: PassCounts[]
  confidence: number
  /** Of the bootstrap. */
  seed: number
}

export interface KappaEstimate {
  /** Cohen's kappa, up to 1; `null` where both said one and the same of every reply, which tells nothing. */
  value: number | null
  /** The ends of its confidence interval; `null` where there is no kappa. */
  lower: number | null
  upper: number | null
  n: number
}

export interface PassAgreement {
  /** The lowest label that passes. */
  from: string
  /** Share of what people let pass that the judge lets pass; `null` where they let nothing pass. */
  sensitivity: ProportionEstimate | null
  /** Share of what people refuse that the judge refuses; `null` where they refuse nothing. */
  specificity: ProportionEstimate | null
}

export interface ProportionEstimate {
  value: number
  lower: number
  upper: number
  n: number
}

/** One labelled reply, and what the judge said of it. */
export interface CalibratedReply {
  id?: string | number
  metric: CalibratedMetric
  /** On the scale of the metric. */
  label: string
  label2?: string
  /** What the judge's value is on that scale; `null` where it declined or failed. */
  judged: string | null
  /** 0..1 */
  value: number | null
  rationale: string
  declined?: string
  error?: string
}
