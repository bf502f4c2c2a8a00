import { findRoot } from './find-root.js'
import { expectInside, expectOneOf } from './input-checks.js'
import { normalDistribution } from './normal-distribution.js'
import { normalQuantile } from './normal-quantile.js'
import type { SampleSize } from './sample-size-for-means.js'

export interface SampleSizeForProportionsInput {
  /** The rate now, 0..1. */
  baseline: number
  /** The rate that is to be told from it, 0..1. */
  target: number
  /** How probably the test is to find it, above `alpha` and below 1. Default 0.8. */
  power?: number
  /** How probably the test may see a difference where there is none, above 0 and below 1. Default 0.05. */
  alpha?: number
  /** `one-sided`: the test looks in the direction of the target alone. Default `two-sided`. */
  alternative?: 'two-sided' | 'one-sided'
}

/**
 * How many trials each of two independent groups needs, so that a test of their rates finds the given difference, by the normal
 * distribution of the rates' arcsines (Cohen's h).
 *
 * Source: Cohen, "Statistical Power Analysis for the Behavioral Sciences" (1988), chapter 6.
 *
 * @throws {RangeError} for rates outside 0..1 or equal ones, a power or alpha outside 0..1, a power that is not above alpha, or another alternative
 * @example
 * sampleSizeForProportions({ baseline: 0.1, target: 0.12 }) // { perVariant: 3835, exact: 3834.5957… }
 */
export function sampleSizeForProportions({
  baseline,
  target,
  power = 0.8,
  alpha = 0.05,
  alternative = 'two-sided',
}: SampleSizeForProportionsInput): SampleSize {
  for (const rate of [baseline, target]) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new RangeError(`sampleSizeForProportions() expects rates within 0..1, and got ${rate}.`)
    }
  }
  expectInside('sampleSizeForProportions', 'a power', power)
  expectInside('sampleSizeForProportions', 'an alpha', alpha)
  expectOneOf('sampleSizeForProportions', 'alternative', ['two-sided', 'one-sided'], alternative)
  if (power <= alpha) {
    throw new RangeError(`sampleSizeForProportions() expects a power above alpha, ${alpha}, and got ${power}.`)
  }
  const effect = Math.abs(2 * Math.asin(Math.sqrt(target)) - 2 * Math.asin(Math.sqrt(baseline)))
  if (effect === 0) throw new RangeError(`sampleSizeForProportions() expects two rates, and got ${baseline} twice.`)
  const critical = -normalQuantile({ p: alternative === 'two-sided' ? alpha / 2 : alpha }).value
  const oneSided = critical + normalQuantile({ p: power }).value
  const shift = alternative === 'one-sided' ? oneSided : twoSidedShift(critical, power)
  const exact = 2 * (shift / effect) ** 2
  return { perVariant: Math.max(1, Math.ceil(exact)), exact }
}

/** In standard errors, with the other tail, in which a test with little power refuses now and then too. */
function twoSidedShift(critical: number, power: number): number {
  const f = (logShift: number) => {
    const shift = Math.exp(logShift)
    const found = normalDistribution({ z: shift - critical }).lower + normalDistribution({ z: -shift - critical }).lower
    return found - power
  }
  return Math.exp(findRoot({ f, near: Math.log(critical), step: 0.5 }).value)
}
