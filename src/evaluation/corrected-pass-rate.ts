import { roganGladenEstimate } from '../statistics/rogan-gladen-estimate.js'
import type { JudgeAccuracy, PassCounts } from './judge-accuracy.js'
import type { JudgedPassRate } from './judged-pass-rates.js'

/** A pass rate as it was judged, and as it is without the judge's known errors. */
export interface CorrectedPassRate extends JudgedPassRate {
  /** As it was judged, 0..1. */
  rate: number
  /**
   * `corrected`. Or why not: `uncalibrated`: the judge never was, in this metric. `changed`: it was something else when it was. `no-counts`: an
   * older calibration lacks what is needed. `other-mark`: it was held against people at other pass marks. `few-labels`: at too few
   * labels. `chance`: it tells passes from failures no better than a coin.
   */
  state: 'corrected' | 'uncalibrated' | 'changed' | 'no-counts' | 'other-mark' | 'few-labels' | 'chance'
  /** `null` where it is not corrected; 0 to 1 without an estimate where the judge tells nothing. */
  corrected: CorrectedRate | null
  /** Why it is not corrected, or what makes the correction doubtful; `null` where there is nothing to say. */
  reason: string | null
}

export interface CorrectedRate {
  /** 0..1; `null` where the judge tells nothing. */
  estimate: number | null
  /** Ends of the interval, 0..1: of the rate's own chance, and of how well the judge is known. */
  lower: number
  upper: number
  confidence: number
  sensitivity: { value: number; n: number }
  specificity: { value: number; n: number }
}

/**
 * Labels that people must have let pass, and as many that they must have refused. With fewer a share of 0.9 is known to ± 0.2 and worse, and
 * bench/corrected.md has no figures for it.
 */
export const MIN_LABELS_OF_EACH_KIND = 10

const again = 'calibrate it again (npx vitest-judge calibrate <labelled.jsonl>)'

/**
 * Corrects a pass rate for the judge's sensitivity and specificity, by Rogan and Gladen's estimate with an interval that carries all three
 * uncertainties. It speaks of what people would have passed who label as those of the calibration did, of replies like the labelled ones.
 *
 * @param accuracies of any judges and metrics; the one that fits is taken
 * @param confidence of the interval, above 0 and below 1
 * @example
 * correctedPassRate(rate, accuracies).corrected // { estimate: 0.87, lower: 0.78, upper: 0.95, … }
 */
export function correctedPassRate(
  judged: JudgedPassRate,
  accuracies: readonly JudgeAccuracy[],
  confidence = 0.95,
): CorrectedPassRate {
  const { metric, judge, fingerprint, threshold } = judged
  const raw = { ...judged, rate: judged.passed / judged.judged }
  const without = (state: CorrectedPassRate['state'], reason: string): CorrectedPassRate => ({
    ...raw,
    state,
    corrected: null,
    reason,
  })
  const known = accuracies.find((accuracy) => accuracy.name === judge && accuracy.metric === metric)
  if (known === undefined) return without('uncalibrated', `no labels say what ${judge} should pass in ${metric}`)
  if (known.fingerprint !== fingerprint) {
    return without('changed', `${judge} has changed since it was calibrated for ${metric}`)
  }
  if (known.passCounts.length === 0) {
    return without('no-counts', `the calibration of ${judge} is an older one, without counts at a pass mark: ${again}`)
  }
  const counts = known.passCounts.find(({ atLeast }) => Math.abs(atLeast - threshold) < 1e-9)
  if (counts === undefined) {
    const marks = known.passCounts.map(({ atLeast }) => atLeast).join(', ')
    return without(
      'other-mark',
      `${metric} passes from ${shown(threshold)} on here, and ${judge} was calibrated from ${marks} on`,
    )
  }
  const { passed, refused } = labelsOf(counts)
  if (Math.min(passed, refused) < MIN_LABELS_OF_EACH_KIND) {
    const labels = `people let ${passed} of the labelled replies pass and refused ${refused}`
    return without(
      'few-labels',
      `${labels}: at least ${MIN_LABELS_OF_EACH_KIND} of either kind are needed for ${metric}`,
    )
  }
  return { ...raw, ...corrected(judged, counts, confidence) }
}

function corrected(
  { judge, metric, passed, judged, designEffect }: JudgedPassRate,
  counts: PassCounts,
  confidence: number,
): Pick<CorrectedPassRate, 'state' | 'corrected' | 'reason'> {
  const labels = labelsOf(counts)
  const sensitivity = { value: counts.truePositives / labels.passed, n: labels.passed }
  const specificity = { value: counts.trueNegatives / labels.refused, n: labels.refused }
  const accuracy = { confidence, sensitivity, specificity }
  if (sensitivity.value + specificity.value <= 1) {
    const shares = `sensitivity ${sensitivity.value.toFixed(2)} and specificity ${specificity.value.toFixed(2)}`
    return {
      state: 'chance',
      corrected: { estimate: null, lower: 0, upper: 1, ...accuracy },
      reason: `${judge} tells ${metric} no better than chance (${shares}): any true rate is possible`,
    }
  }
  const { estimate, lower, upper } = roganGladenEstimate({
    positives: passed,
    trials: judged,
    sensitivity: { successes: counts.truePositives, trials: labels.passed },
    specificity: { successes: counts.trueNegatives, trials: labels.refused },
    confidence,
    designEffect,
    method: 'test-inversion',
  })
  const contradiction =
    lower < upper
      ? null
      : `${judge} ${estimate === 1 ? 'passed more' : 'refused more'} than its errors with labels can explain in ${metric}: are these replies like the labelled ones?`
  return { state: 'corrected', corrected: { estimate, lower, upper, ...accuracy }, reason: contradiction }
}

function labelsOf(counts: PassCounts): { passed: number; refused: number } {
  return {
    passed: counts.truePositives + counts.falseNegatives,
    refused: counts.falsePositives + counts.trueNegatives,
  }
}

function shown(threshold: number): number {
  return Math.round(threshold * 1000) / 1000
}
