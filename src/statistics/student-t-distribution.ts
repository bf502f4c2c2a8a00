import { incompleteBeta } from './incomplete-beta.js'
import { expectDegreesOfFreedom } from './input-checks.js'
import { logGamma } from './log-gamma.js'

export interface StudentTDistributionInput {
  t: number
  /** Above 0, whole or not. */
  degreesOfFreedom: number
}

export interface StudentTDistribution {
  /** Share of the distribution below t. */
  lower: number
  /** Share above t. */
  upper: number
  /** Share between −|t| and |t|. */
  central: number
}

/** Beyond this many √ν the first term of the series is all of it, and the square might overflow. */
const FAR = 1e8

/**
 * The shares of Student's t distribution below and above t, and of its centre. Each tail is exact to about 1e-13 of itself, down to 1e-300.
 * O(√ν) at worst.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.17 and 26.5 of Abramowitz and Stegun, "Handbook of Mathematical Functions"
 * (1964), 26.7.1: 1 − A(t | ν) = Iₓ(ν/2, ½) at x = ν / (ν + t²).
 *
 * @throws {RangeError} for degrees of freedom that are not above 0 and finite, or where t is NaN
 * @example
 * studentTDistribution({ t: 2, degreesOfFreedom: 9 }) // { lower: 0.9617…, upper: 0.0382…, central: 0.9234… }
 */
export function studentTDistribution({ t, degreesOfFreedom }: StudentTDistributionInput): StudentTDistribution {
  expectDegreesOfFreedom('studentTDistribution', degreesOfFreedom)
  if (Number.isNaN(t)) throw new RangeError('studentTDistribution() expects a number t, and got NaN.')
  const a = degreesOfFreedom / 2
  const ratio = Math.abs(t) / Math.sqrt(degreesOfFreedom)
  const { outside, central } = ratio > FAR ? farOut(a, ratio) : around(a, ratio)
  const far = outside / 2
  const near = 0.5 + central / 2
  return t < 0 ? { lower: far, upper: near, central } : { lower: near, upper: far, central }
}

function around(a: number, ratio: number): { outside: number; central: number } {
  const square = ratio * ratio
  const { lower, upper } = incompleteBeta({ a, b: 0.5, x: 1 / (1 + square), y: square / (1 + square) })
  return { outside: lower, central: upper }
}

function farOut(a: number, ratio: number): { outside: number; central: number } {
  const logBeta = logGamma({ x: a }).value + Math.log(Math.PI) / 2 - logGamma({ x: a + 0.5 }).value
  const outside = Math.exp(-2 * a * Math.log(ratio) - logBeta) / a
  return { outside, central: 1 - outside }
}
