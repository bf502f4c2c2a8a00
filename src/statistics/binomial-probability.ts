import { betaFactor } from './incomplete-beta.js'

export interface BinomialProbabilityInput {
  /** A whole number from 0 to `trials`. */
  successes: number
  /** A whole number from 0. */
  trials: number
  /** Of one success, above 0 and below 1. */
  p: number
}

/**
 * The probability of exactly so many successes, to about 1e-14 of itself for any number of trials. Constant time.
 *
 * Source: C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000).
 *
 * @example
 * binomialProbability({ successes: 2, trials: 4, p: 0.5 }) // { value: 0.375 }
 */
export function binomialProbability({ successes, trials, p }: BinomialProbabilityInput): { value: number } {
  const failures = trials - successes
  if (successes === 0) return { value: Math.exp(trials * Math.log1p(-p)) }
  if (failures === 0) return { value: Math.exp(trials * Math.log(p)) }
  const { value } = betaFactor({ a: successes, b: failures, x: p, y: 1 - p })
  return { value: value * (trials / successes / failures) }
}
