import { ALTERNATIVES, type Alternative } from './alternative.js'
import { expectConfidence, expectOneOf, expectTrials } from './input-checks.js'
import { normalQuantile } from './normal-quantile.js'
import { proportionInterval } from './proportion-interval.js'

export interface ProportionDifferenceIntervalInput {
  /** Successes from 0 to trials, trials from 1: whole numbers. */
  a: { successes: number; trials: number }
  b: { successes: number; trials: number }
  /** Above 0 and below 1, with a one-sided alternative above 0.5. Default 0.95. */
  confidence?: number
  /**
   * `newcombe` (default): from the Wilson intervals of both; good from a handful of trials on, and at 0 and 1 too.
   * `agresti-caffo`: the plain normal interval with one success and one failure more on either side.
   */
  method?: 'newcombe' | 'agresti-caffo'
  /** `greater` leaves only the lower end, and `less` only the upper one; the other is −1 or 1. Default `two-sided`. */
  alternative?: Alternative
}

export interface ProportionDifferenceInterval {
  /** a − b, −1..1. */
  difference: number
  /** Ends of the interval, −1..1. */
  lower: number
  upper: number
}

/**
 * The difference of two independent proportions and a confidence interval for it. For pairs, such as the same cases under two versions, it is too
 * wide: see `mcNemarTest` and `pairedTTest`. Constant time.
 *
 * Sources: Newcombe, "Interval Estimation for the Difference Between Independent Proportions: Comparison of Eleven Methods", Statistics in
 * Medicine 17 (1998), method 10; Agresti and Caffo, "Simple and Effective Confidence Intervals for Proportions and Differences of Proportions
 * Result from Adding Two Successes and Two Failures", The American Statistician 54 (2000).
 *
 * @throws {RangeError} for counts that are none, no trials, a confidence outside 0..1, another method or alternative
 * @example
 * const a = { successes: 87, trials: 100 }
 * proportionDifferenceInterval({ a, b: { successes: 74, trials: 100 } }) // { difference: 0.13, lower: 0.0198…, upper: 0.2373… }
 */
export function proportionDifferenceInterval({
  a,
  b,
  confidence = 0.95,
  method = 'newcombe',
  alternative = 'two-sided',
}: ProportionDifferenceIntervalInput): ProportionDifferenceInterval {
  expectTrials('proportionDifferenceInterval', a, { of: ' in a' })
  expectTrials('proportionDifferenceInterval', b, { of: ' in b' })
  expectConfidence('proportionDifferenceInterval', confidence)
  expectOneOf('proportionDifferenceInterval', 'method', ['newcombe', 'agresti-caffo'], method)
  expectOneOf('proportionDifferenceInterval', 'alternative', ALTERNATIVES, alternative)
  if (alternative !== 'two-sided' && confidence <= 0.5) {
    throw new RangeError(
      `proportionDifferenceInterval() expects a confidence above 0.5 of an interval with one end, and got ${confidence}.`,
    )
  }
  const tail = alternative === 'two-sided' ? (1 - confidence) / 2 : 1 - confidence
  const { lower, upper } = method === 'newcombe' ? newcombe(a, b, tail) : agrestiCaffo(a, b, tail)
  return {
    difference: a.successes / a.trials - b.successes / b.trials,
    lower: alternative === 'less' ? -1 : Math.max(-1, lower),
    upper: alternative === 'greater' ? 1 : Math.min(1, upper),
  }
}

type Counts = ProportionDifferenceIntervalInput['a']

function newcombe(a: Counts, b: Counts, tail: number): { lower: number; upper: number } {
  const [shareA, shareB] = [a.successes / a.trials, b.successes / b.trials]
  const ofA = proportionInterval({ ...a, confidence: 1 - 2 * tail })
  const ofB = proportionInterval({ ...b, confidence: 1 - 2 * tail })
  return {
    lower: shareA - shareB - Math.hypot(shareA - ofA.lower, ofB.upper - shareB),
    upper: shareA - shareB + Math.hypot(ofA.upper - shareA, shareB - ofB.lower),
  }
}

function agrestiCaffo(a: Counts, b: Counts, tail: number): { lower: number; upper: number } {
  const z = -normalQuantile({ p: tail }).value
  const [shareA, shareB] = [(a.successes + 1) / (a.trials + 2), (b.successes + 1) / (b.trials + 2)]
  const margin = z * Math.sqrt((shareA * (1 - shareA)) / (a.trials + 2) + (shareB * (1 - shareB)) / (b.trials + 2))
  return { lower: shareA - shareB - margin, upper: shareA - shareB + margin }
}
