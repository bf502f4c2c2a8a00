import { findRoot } from './find-root.js'
import { expectCount, expectInside, expectOneOf } from './input-checks.js'
import { normalQuantile } from './normal-quantile.js'
import { tTestPower } from './t-test-power.js'

export interface SmallestDetectableDifferenceInput {
  /** Pairs: a whole number from 2. */
  n: number
  /** Of the pairs' differences, in their unit; from 0. */
  standardDeviation: number
  /** How probably the test may see a difference where there is none, above 0 and below 1. Default 0.05. */
  alpha?: number
  /** How probably the test is to find it, above `alpha` and below 1. Default 0.8. */
  power?: number
  /** `one-sided` (default): the test looks in one direction, such as for a drop. */
  alternative?: 'two-sided' | 'one-sided'
}

/**
 * The smallest mean difference of pairs that `pairedTTest` finds with the given power, in the unit of the standard deviation. Exact, by the noncentral
 * t distribution, for differences that are normal.
 *
 * Source: Cohen, "Statistical Power Analysis for the Behavioral Sciences" (1988), chapter 2.
 *
 * @throws {RangeError} for fewer than 2 pairs, a standard deviation below 0, an alpha or power outside 0..1, a power that is not above alpha, or
 * another alternative
 * @example
 * smallestDetectableDifference({ n: 50, standardDeviation: 0.1 }) // { difference: 0.0356… }
 */
export function smallestDetectableDifference({
  n,
  standardDeviation,
  alpha = 0.05,
  power = 0.8,
  alternative = 'one-sided',
}: SmallestDetectableDifferenceInput): { difference: number } {
  const name = 'smallestDetectableDifference'
  expectCount(name, 'pairs', n, 2)
  if (!(standardDeviation >= 0 && standardDeviation < Infinity)) {
    throw new RangeError(`${name}() expects a standard deviation from 0, and got ${standardDeviation}.`)
  }
  expectInside(name, 'an alpha', alpha)
  expectInside(name, 'a power', power)
  expectOneOf(name, 'alternative', ['one-sided', 'two-sided'], alternative)
  if (power <= alpha) throw new RangeError(`${name}() expects a power above alpha, ${alpha}, and got ${power}.`)
  // In the logarithm, since it may be far below 1 where the power is hardly more than alpha.
  const f = (logShift: number) =>
    tTestPower({ noncentrality: Math.exp(logShift), degreesOfFreedom: n - 1, alpha, alternative }).power - power
  const guess = normalQuantile({ p: power }).value - normalQuantile({ p: alpha }).value
  const noncentrality = Math.exp(findRoot({ f, near: Math.log(guess), step: 0.1 }).value)
  return { difference: (noncentrality * standardDeviation) / Math.sqrt(n) }
}
