import { gammaFactor } from './incomplete-gamma.js'
import { expectDegreesOfFreedom, expectFinite } from './input-checks.js'
import { normalDistribution } from './normal-distribution.js'

export interface NonCentralTInput {
  t: number
  /** Above 0, whole or not. */
  degreesOfFreedom: number
  /** Mean of the normal variable over the root: what the t statistic would be without noise. */
  noncentrality: number
}

/**
 * The shares of a noncentral t distribution below and above t, each to about 1e-12 of itself. It is what a t statistic follows where there is a
 * difference, and gives a test's power.
 *
 * The t statistic is (Z + δ) / S with a normal Z and S = √(χ²/ν), so its upper tail is the mean of P(Z > t·S − δ) over S. That mean is
 * integrated over ln S by the trapezoidal rule, which for so smooth a function gains digits in proportion to its points.
 * O((1 + |δ|) + √ν) points far from ν = 0.
 *
 * Sources: N. L. Johnson, S. Kotz and N. Balakrishnan, "Continuous Univariate Distributions" 2 (1995), chapter 31; L. N. Trefethen and
 * J. A. C. Weideman, "The Exponentially Convergent Trapezoidal Rule", SIAM Review 56 (2014).
 *
 * @throws {RangeError} for degrees of freedom that are not above 0 and finite, or another number that is not finite
 * @example
 * nonCentralT({ t: 2, degreesOfFreedom: 9, noncentrality: 3 }) // { lower: 0.1693…, upper: 0.8306… }
 */
export function nonCentralT({ t, degreesOfFreedom, noncentrality }: NonCentralTInput): {
  lower: number
  upper: number
} {
  expectDegreesOfFreedom('nonCentralT', degreesOfFreedom)
  expectFinite('nonCentralT', [t, noncentrality])
  if (t < 0) {
    const mirrored = nonCentralT({ t: -t, degreesOfFreedom, noncentrality: -noncentrality })
    return { lower: mirrored.upper, upper: mirrored.lower }
  }
  const a = degreesOfFreedom / 2
  // A fraction of the width of either factor.
  const step = Math.min(0.12, 0.4 / Math.sqrt(4 * a), 0.4 / (1 + Math.abs(noncentrality)))
  const at = (logS: number) => {
    const { value } = gammaFactor({ a, x: a * Math.exp(2 * logS) })
    const weight = 2 * a * step * value
    const { lower, upper } = normalDistribution({ z: t * Math.exp(logS) - noncentrality })
    return { weight, lower: weight * lower, upper: weight * upper }
  }
  const sum = at(0)
  for (const direction of [step, -step]) {
    for (let point = 1; ; point++) {
      const { weight, lower, upper } = at(point * direction)
      sum.lower += lower
      sum.upper += upper
      if (weight <= 1e-16 * Math.min(sum.lower, sum.upper)) break
      // Further down all of it lies above, so that the rest is known. There may be much of it, with few degrees of freedom.
      const isRestAbove = direction < 0 && upper === weight && lower <= 1e-17 * sum.lower
      if (isRestAbove && sum.lower < 0.5) return { lower: sum.lower, upper: 1 - sum.lower }
    }
  }
  return { lower: Math.min(1, sum.lower), upper: Math.min(1, sum.upper) }
}
