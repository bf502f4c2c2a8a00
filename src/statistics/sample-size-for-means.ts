import { findRoot } from './find-root.js'
import { expectInside, expectOneOf } from './input-checks.js'
import { normalQuantile } from './normal-quantile.js'
import { tTestPower } from './t-test-power.js'

export interface SampleSizeForMeansInput {
  /** Cohen's d, the difference of the means over the standard deviation of the values: not 0. Its sign does not matter. */
  effectSize: number
  /** How probably the test is to find it, above `alpha` and below 1. Default 0.8. */
  power?: number
  /** How probably the test may see a difference where there is none, above 0 and below 1. Default 0.05. */
  alpha?: number
  /** `one-sided`: the test looks in the direction of the effect alone. Default `two-sided`. */
  alternative?: 'two-sided' | 'one-sided'
}

export interface SampleSize {
  /** `exact`, rounded up. */
  perVariant: number
  /** Where the power is exactly as asked for. */
  exact: number
}

/**
 * How many values each of two independent groups of equal size and variance needs, so that Student's t test finds a difference of the given
 * size, by the noncentral t distribution. `perVariant` is at least 2, without which there is no test.
 *
 * Source: Cohen, "Statistical Power Analysis for the Behavioral Sciences" (1988), chapter 2.
 *
 * @throws {RangeError} for an effect of 0 or none that is finite, a power or alpha outside 0..1, a power that is not above alpha, or another
 * alternative
 * @example
 * sampleSizeForMeans({ effectSize: 0.2 }) // { perVariant: 394, exact: 393.4056… }
 */
export function sampleSizeForMeans({
  effectSize,
  power = 0.8,
  alpha = 0.05,
  alternative = 'two-sided',
}: SampleSizeForMeansInput): SampleSize {
  if (!Number.isFinite(effectSize) || effectSize === 0) {
    throw new RangeError(`sampleSizeForMeans() expects an effect size that is not 0, and got ${effectSize}.`)
  }
  expectInside('sampleSizeForMeans', 'a power', power)
  expectInside('sampleSizeForMeans', 'an alpha', alpha)
  expectOneOf('sampleSizeForMeans', 'alternative', ['two-sided', 'one-sided'], alternative)
  if (power <= alpha) {
    throw new RangeError(`sampleSizeForMeans() expects a power above alpha, ${alpha}, and got ${power}.`)
  }
  const effect = Math.abs(effectSize)
  const quantiles =
    normalQuantile({ p: alternative === 'two-sided' ? alpha / 2 : alpha }).value - normalQuantile({ p: power }).value
  // In the logarithm of the degrees of freedom, which are above 0 however few values there are.
  const f = (logDegrees: number) => {
    const degreesOfFreedom = Math.exp(logDegrees)
    const perVariant = degreesOfFreedom / 2 + 1
    const noncentrality = effect * Math.sqrt(perVariant / 2)
    return tTestPower({ noncentrality, degreesOfFreedom, alpha, alternative }).power - power
  }
  const near = Math.log(4 * (quantiles / effect) ** 2 + 1)
  const exact = Math.exp(findRoot({ f, near, step: 0.1 }).value) / 2 + 1
  return { perVariant: Math.max(2, Math.ceil(exact)), exact }
}
