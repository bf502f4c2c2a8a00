import { findRoot } from './find-root.js'
import { expectDegreesOfFreedom } from './input-checks.js'
import { normalQuantile } from './normal-quantile.js'
import { studentTDistribution } from './student-t-distribution.js'

export interface StudentTQuantileInput {
  /** 0..1; a share below the value that is asked for. */
  p: number
  /** Above 0, whole or not. */
  degreesOfFreedom: number
}

/**
 * The value of a Student's t variable below which the share `p` lies: 2.262 for 0.975 at 9 degrees of freedom. −∞ at 0 and ∞ at 1.
 * Relative error about 1e-13; ask for a small p rather than for one close to 1, and change the sign. O(√ν).
 *
 * Found as a root of `studentTDistribution`, in the logarithm of t and of the share, in which its tails are nearly straight.
 *
 * @throws {RangeError} for p outside 0..1, or degrees of freedom that are not above 0 and finite
 * @example
 * studentTQuantile({ p: 0.975, degreesOfFreedom: 9 }) // { value: 2.2621571627982… }
 */
export function studentTQuantile({ p, degreesOfFreedom }: StudentTQuantileInput): { value: number } {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`studentTQuantile() expects p within 0..1, and got ${p}.`)
  expectDegreesOfFreedom('studentTQuantile', degreesOfFreedom)
  if (p === 0.5) return { value: 0 }
  const tail = Math.min(p, 1 - p)
  if (tail === 0) return { value: p === 0 ? -Infinity : Infinity }
  // Near the middle the tail hardly changes, and the share of the centre is what tells.
  const f = (logT: number) => {
    const found = studentTDistribution({ t: Math.exp(logT), degreesOfFreedom })
    return tail < 0.25 ? Math.log(tail / found.upper) : Math.log(found.central / (1 - 2 * tail))
  }
  const near = Math.log(-normalQuantile({ p: tail }).value)
  const size = Math.exp(findRoot({ f, near, step: 0.1 }).value)
  return { value: p < 0.5 ? -size : size }
}
