/** What is known of how far a judge that scored in this run agrees with people, in one metric. */
export interface JudgeAgreement {
  name: string
  fingerprint: string
  metric: string
  /**
   * `calibrated`: it was held against labels as it is now. `changed`: as it was under another fingerprint, so that the figures below are
   * of another judge. `missing`: never in this metric.
   */
  state: 'calibrated' | 'changed' | 'missing'
  /** Cohen's kappa, and the ends of its confidence interval; `null` where there is none. */
  kappa: number | null
  lower: number | null
  upper: number | null
  /** Labelled replies that it was compared on. */
  n: number
}
