import { ALTERNATIVES, type Alternative } from './alternative.js'
import { expectConfidence, expectFinite, expectOneOf, expectSameLength } from './input-checks.js'
import { meanAndVariance } from './mean-and-variance.js'
import { tInference } from './t-inference.js'
import type { TTest } from './welch-t-test.js'

export interface PairedTTestInput {
  /** Finite numbers, at least 2. */
  a: readonly number[]
  /** As many of the same cases, in the same order. */
  b: readonly number[]
  /** Of the interval, above 0 and below 1. Default 0.95. */
  confidence?: number
  /** `greater`: a's mean is greater than b's. Default `two-sided`. */
  alternative?: Alternative
  /** The mean difference that the test would refuse, in the unit of the values. Default 0; −0.05 asks whether `a` is no more than 0.05 worse. */
  nullDifference?: number
}

/**
 * Student's t test of pairs: whether the mean of a − b differs from 0, and an interval for it, with n − 1 degrees of freedom. O(n).
 *
 * Source: Student, "The Probable Error of a Mean", Biometrika 6 (1908).
 *
 * @throws {RangeError} for unequal lengths, fewer than 2 pairs, a value that is not finite, differences that are all the same but for
 * rounding (there is nothing to tell a difference from noise by), a confidence outside 0..1, or another alternative
 * @example
 * pairedTTest({ a: [0.9, 0.8, 0.7, 0.9], b: [0.8, 0.8, 0.5, 0.6] })
 * // { statistic: 2.323…, pValue: 0.102…, degreesOfFreedom: 3, difference: 0.15, standardError: 0.0645…, lower: -0.055…, upper: 0.355… }
 */
export function pairedTTest({
  a,
  b,
  confidence = 0.95,
  alternative = 'two-sided',
  nullDifference = 0,
}: PairedTTestInput): TTest {
  expectSameLength('pairedTTest', a, b)
  if (a.length < 2) throw new RangeError(`pairedTTest() expects at least 2 pairs, and got ${a.length}.`)
  expectFinite('pairedTTest', a)
  expectFinite('pairedTTest', b)
  expectConfidence('pairedTTest', confidence)
  expectOneOf('pairedTTest', 'alternative', ALTERNATIVES, alternative)
  expectFinite('pairedTTest', [nullDifference])
  const differences = a.map((value, index) => value - (b[index] ?? NaN))
  const { mean: difference, variance } = meanAndVariance({ values: differences })
  const largest = [...a, ...b].reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const standardError = Math.sqrt(variance / a.length)
  if (Math.sqrt(variance) <= 4 * Number.EPSILON * largest) {
    throw new RangeError(`pairedTTest() expects differences that vary, and got ${difference} throughout.`)
  }
  const degreesOfFreedom = a.length - 1
  return {
    ...tInference({
      estimate: difference,
      standardError,
      degreesOfFreedom,
      nullValue: nullDifference,
      confidence,
      alternative,
    }),
    degreesOfFreedom,
    difference,
    standardError,
  }
}
