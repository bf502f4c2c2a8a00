/** What decides between a green and a red run, once the tests themselves are counted. */
export interface GatePolicy {
  /** `auto`: the statistical test for metrics with ten comparable cases in their file, the tolerance of each score for the others. */
  policy: 'auto' | 'statistical' | 'tolerance'
  /** The drop of a mean, in unit scores, that a run must exclude to pass. */
  margin: number
  /** Of the two-sided interval, above 0.5 and below 1. A decline is looked for at the level of one of its ends. */
  confidence: number
  /** What a run does that neither excludes a drop nor shows one. */
  inconclusive: 'warn' | 'fail'
  /** What an incomparable score does. */
  incomparable: 'warn' | 'fail'
  /** Least lower bound of kappa, against people's labels, of a judge whose scores are compared; absent where none is asked for. */
  minKappa?: number | undefined
}

/** Below that, a metric has too few cases for its mean to say much, and `auto` holds each score against its tolerance. */
export const FEWEST_CASES = 10
