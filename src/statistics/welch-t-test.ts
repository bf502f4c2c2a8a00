import { ALTERNATIVES, type Alternative } from './alternative.js'
import { expectConfidence, expectFinite, expectOneOf } from './input-checks.js'
import { meanAndVariance } from './mean-and-variance.js'
import { tInference } from './t-inference.js'

export interface WelchTTestInput {
  /** Finite numbers, at least 2. */
  a: readonly number[]
  /** Independent of `a`, at least 2, and not all the same where those of `a` are. */
  b: readonly number[]
  /** Of the interval, above 0 and below 1. Default 0.95. */
  confidence?: number
  /** `greater`: a's mean is greater than b's. Default `two-sided`. */
  alternative?: Alternative
  /** The difference of the means that the test would refuse, in the unit of the values. Default 0; −0.05 asks whether `a` is no more than 0.05 worse. */
  nullDifference?: number
}

export interface TTest {
  statistic: number
  pValue: number
  degreesOfFreedom: number
  /** Mean of a − mean of b, in the unit of the values. */
  difference: number
  standardError: number
  /** Ends of the difference's interval: −∞ below for the alternative `less`, ∞ above for `greater`. */
  lower: number
  upper: number
}

/**
 * Welch's t test: whether the means of two independent samples differ, whose variances may differ too, and an interval for the difference.
 * Degrees of freedom by Welch and Satterthwaite. O(n).
 *
 * Source: Welch, "The Generalization of 'Student's' Problem When Several Different Population Variances Are Involved", Biometrika 34 (1947).
 *
 * @throws {RangeError} for fewer than 2 values on a side, one that is not finite, two samples of one value each repeated, a confidence outside
 * 0..1, or another alternative
 * @example
 * welchTTest({ a: [5, 7, 9, 11], b: [4, 5, 5, 6] })
 * // { statistic: 2.215…, pValue: 0.0986…, degreesOfFreedom: 3.594…, difference: 3, standardError: 1.354…, lower: -0.932…, upper: 6.932… }
 */
export function welchTTest({
  a,
  b,
  confidence = 0.95,
  alternative = 'two-sided',
  nullDifference = 0,
}: WelchTTestInput): TTest {
  for (const [name, values] of [
    ['a', a],
    ['b', b],
  ] as const) {
    if (values.length < 2)
      throw new RangeError(`welchTTest() expects at least 2 values in ${name}, and got ${values.length}.`)
    expectFinite('welchTTest', values)
  }
  expectConfidence('welchTTest', confidence)
  expectOneOf('welchTTest', 'alternative', ALTERNATIVES, alternative)
  expectFinite('welchTTest', [nullDifference])
  const [ofA, ofB] = [meanAndVariance({ values: a }), meanAndVariance({ values: b })]
  const [shareA, shareB] = [ofA.variance / a.length, ofB.variance / b.length]
  const variance = shareA + shareB
  if (variance === 0) {
    throw new RangeError('welchTTest() expects values that vary, and got one value repeated in either sample.')
  }
  // Of shares of the variance, whose squares cannot overflow.
  const degreesOfFreedom = 1 / ((shareA / variance) ** 2 / (a.length - 1) + (shareB / variance) ** 2 / (b.length - 1))
  const [difference, standardError] = [ofA.mean - ofB.mean, Math.sqrt(variance)]
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
