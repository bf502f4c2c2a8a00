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
   */
  method?: 'wilson' | 'agresti-coull'
}

/**
 * A two-sided confidence interval for a proportion, both ends within 0..1. Constant time.
 *
 * Sources: Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927);
 * Agresti and Coull, "Approximate Is Better than 'Exact' for Interval Estimation of Binomial Proportions", The American Statistician 52 (1998).
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
  if (!Number.isSafeInteger(trials) || trials < 1) {
    throw new RangeError(`proportionInterval() expects a whole number of trials from 1, and got ${trials}.`)
  }
  if (!Number.isSafeInteger(successes) || successes < 0 || successes > trials) {
    throw new RangeError(
      `proportionInterval() expects a whole number of successes from 0 to ${trials}, and got ${successes}.`,
    )
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`proportionInterval() expects a confidence above 0 and below 1, and got ${confidence}.`)
  }
  const z = -normalQuantile({ p: (1 - confidence) / 2 }).value
  const effective = trials + z * z
  const centre = (successes + (z * z) / 2) / effective
  switch (method) {
    case 'wilson': {
      const share = successes / trials
      const margin = (z * Math.sqrt(trials * share * (1 - share) + (z * z) / 4)) / effective
      // Exactly 0 and 1 there, which rounding would miss.
      return {
        lower: successes === 0 ? 0 : Math.max(0, centre - margin),
        upper: successes === trials ? 1 : Math.min(1, centre + margin),
      }
    }
    case 'agresti-coull': {
      const margin = z * Math.sqrt((centre * (1 - centre)) / effective)
      return { lower: Math.max(0, centre - margin), upper: Math.min(1, centre + margin) }
    }
    default:
      throw new RangeError(
        `proportionInterval() expects the method 'wilson' or 'agresti-coull', and got ${JSON.stringify(method)}.`,
      )
  }
}
