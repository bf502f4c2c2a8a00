import { expectCount, expectFinite, expectInside, expectOneOf } from './input-checks.js'
import { tTestPower } from './t-test-power.js'

export interface PairedTTestPowerInput {
  /** Pairs: a whole number from 2. */
  n: number
  /** The true mean difference, in its own unit. Its sign does not matter. */
  difference: number
  /** Of the pairs' differences, in the same unit; above 0. */
  standardDeviation: number
  /** How probably the test may see a difference where there is none, above 0 and below 1. Default 0.05. */
  alpha?: number
  /** `one-sided` (default): the test looks in the direction of the difference alone. */
  alternative?: 'two-sided' | 'one-sided'
}

/**
 * How probably `pairedTTest` finds a mean difference of that size, 0..1. Exact, by the noncentral t distribution, for differences that are normal.
 *
 * Source: Cohen, "Statistical Power Analysis for the Behavioral Sciences" (1988), chapter 2.
 *
 * @throws {RangeError} for fewer than 2 pairs, a difference that is not finite, a standard deviation that is not above 0, an alpha outside 0..1,
 * or another alternative
 * @example
 * pairedTTestPower({ n: 50, difference: 0.05, standardDeviation: 0.1 }) // { power: 0.967… }
 */
export function pairedTTestPower({
  n,
  difference,
  standardDeviation,
  alpha = 0.05,
  alternative = 'one-sided',
}: PairedTTestPowerInput): { power: number } {
  expectCount('pairedTTestPower', 'pairs', n, 2)
  expectFinite('pairedTTestPower', [difference])
  if (!(standardDeviation > 0 && standardDeviation < Infinity)) {
    throw new RangeError(`pairedTTestPower() expects a standard deviation above 0, and got ${standardDeviation}.`)
  }
  expectInside('pairedTTestPower', 'an alpha', alpha)
  expectOneOf('pairedTTestPower', 'alternative', ['one-sided', 'two-sided'], alternative)
  const noncentrality = (Math.abs(difference) / standardDeviation) * Math.sqrt(n)
  return tTestPower({ noncentrality, degreesOfFreedom: n - 1, alpha, alternative })
}
