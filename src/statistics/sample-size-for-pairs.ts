import { findRoot } from './find-root.js'
import { expectInside, expectOneOf } from './input-checks.js'
import { normalQuantile } from './normal-quantile.js'
import { tTestPower } from './t-test-power.js'

export interface SampleSizeForPairsInput {
  /** The mean difference that is to be found, in its own unit; not 0. Its sign does not matter. */
  difference: number
  /** Of the pairs' differences, in the same unit; above 0. */
  standardDeviation: number
  /** How probably the test may see a difference where there is none, above 0 and below 1. Default 0.05. */
  alpha?: number
  /** How probably the test is to find it, above `alpha` and below 1. Default 0.8. */
  power?: number
  /** `one-sided` (default): the test looks in the direction of the difference alone. */
  alternative?: 'two-sided' | 'one-sided'
}

/**
 * How many pairs `pairedTTest` needs to find a mean difference, at least 2: `pairs`, which is `exact` rounded up. By the noncentral t distribution, for
 * differences that are normal. The other way round it is `smallestDetectableDifference`.
 *
 * Source: Cohen, "Statistical Power Analysis for the Behavioral Sciences" (1988), chapter 2.
 *
 * @throws {RangeError} for a difference of 0 or none that is finite, a standard deviation that is not above 0, an alpha or power outside 0..1, a
 * power that is not above alpha, or another alternative
 * @example
 * sampleSizeForPairs({ difference: 0.05, standardDeviation: 0.1 }) // { pairs: 27, exact: 26.1… }
 */
export function sampleSizeForPairs({
  difference,
  standardDeviation,
  alpha = 0.05,
  power = 0.8,
  alternative = 'one-sided',
}: SampleSizeForPairsInput): { pairs: number; exact: number } {
  const name = 'sampleSizeForPairs'
  if (!Number.isFinite(difference) || difference === 0) {
    throw new RangeError(`${name}() expects a difference that is not 0, and got ${difference}.`)
  }
  if (!(standardDeviation > 0 && standardDeviation < Infinity)) {
    throw new RangeError(`${name}() expects a standard deviation above 0, and got ${standardDeviation}.`)
  }
  expectInside(name, 'an alpha', alpha)
  expectInside(name, 'a power', power)
  expectOneOf(name, 'alternative', ['one-sided', 'two-sided'], alternative)
  if (power <= alpha) throw new RangeError(`${name}() expects a power above alpha, ${alpha}, and got ${power}.`)
  const effect = Math.abs(difference) / standardDeviation
  // In the logarithm of the degrees of freedom, which are above 0 however few pairs there are.
  const f = (logDegrees: number) => {
    const degreesOfFreedom = Math.exp(logDegrees)
    const noncentrality = effect * Math.sqrt(degreesOfFreedom + 1)
    return tTestPower({ noncentrality, degreesOfFreedom, alpha, alternative }).power - power
  }
  const guess = normalQuantile({ p: power }).value - normalQuantile({ p: alpha }).value
  const exact = Math.exp(findRoot({ f, near: Math.log((guess / effect) ** 2 + 1), step: 0.1 }).value) + 1
  return { pairs: Math.max(2, Math.ceil(exact)), exact }
}
