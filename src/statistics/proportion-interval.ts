import { betaQuantile } from './beta-quantile.js'
import { expectConfidence, expectOneOf, expectTrials } from './input-checks.js'
import { normalQuantile } from './normal-quantile.js'

export interface ProportionIntervalInput {
  /** A whole number from 0 to `trials`. */
  successes: number
  /** A whole number from 1. */
  trials: number
  /** Share of such intervals that hold the true proportion, above 0 and below 1. Default 0.95. */
  confidence?: number
  /**
   * `wilson` (default): the proportions that a score test would not refuse; good from a handful of trials on, and at 0 and 1 too.
   * `agresti-coull`: Wilson's centre with the plain normal width; wider, and cut off at 0 and 1.
   * `clopper-pearson`: the proportions that an exact binomial test would not refuse; holds the true one at least that often, and is wider.
   */
  method?: ProportionIntervalMethod
}

export type ProportionIntervalMethod = 'wilson' | 'agresti-coull' | 'clopper-pearson'

const METHODS: readonly ProportionIntervalMethod[] = ['wilson', 'agresti-coull', 'clopper-pearson']

/**
 * A two-sided confidence interval for a proportion, both ends within 0..1. Constant time, but for `clopper-pearson` O(√trials).
 *
 * Sources: Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927);
 * Agresti and Coull, "Approximate Is Better than 'Exact' for Interval Estimation of Binomial Proportions", The American Statistician 52 (1998);
 * Clopper and Pearson, "The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial", Biometrika 26 (1934).
 *
 * @throws {RangeError} for counts that are none, no trials, a confidence outside 0..1, or another method
 * @example
 * proportionInterval({ successes: 87, trials: 100 }) // { lower: 0.7902, upper: 0.9224 }, rounded
 */
export function proportionInterval({
  successes,
  trials,
  confidence = 0.95,
  method = 'wilson',
}: ProportionIntervalInput): { lower: number; upper: number } {
  expectTrials('proportionInterval', { successes, trials })
  expectConfidence('proportionInterval', confidence)
  expectOneOf('proportionInterval', 'method', METHODS, method)
  if (method === 'clopper-pearson') return clopperPearson(successes, trials, (1 - confidence) / 2)
  const z = -normalQuantile({ p: (1 - confidence) / 2 }).value
  const effective = trials + z * z
  const centre = (successes + (z * z) / 2) / effective
  if (method === 'agresti-coull') {
    const margin = z * Math.sqrt((centre * (1 - centre)) / effective)
    return { lower: Math.max(0, centre - margin), upper: Math.min(1, centre + margin) }
  }
  const share = successes / trials
  const margin = (z * Math.sqrt(trials * share * (1 - share) + (z * z) / 4)) / effective
  // Exactly 0 and 1 there, which rounding would miss.
  return {
    lower: successes === 0 ? 0 : Math.max(0, centre - margin),
    upper: successes === trials ? 1 : Math.min(1, centre + margin),
  }
}

/** Each end as the quantile of a beta distribution, by the failures for the upper one. */
function clopperPearson(successes: number, trials: number, p: number): { lower: number; upper: number } {
  const failures = trials - successes
  return {
    lower: successes === 0 ? 0 : betaQuantile({ p, a: successes, b: failures + 1 }).value,
    upper: failures === 0 ? 1 : betaQuantile({ p, a: failures, b: successes + 1 }).complement,
  }
}
