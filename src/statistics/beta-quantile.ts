import { findRoot } from './find-root.js'
import { incompleteBeta } from './incomplete-beta.js'

export interface BetaQuantileInput {
  /** Above 0 and below 1; a share below the value that is asked for. */
  p: number
  /** Above 0. */
  a: number
  /** Above 0. */
  b: number
}

/**
 * The value of a beta variable below which the share `p` lies, and what that lacks to 1, each to about 1e-13 of itself for small p.
 * It is sought as a logit, in which both ends are equally far. O(√(a + b)).
 *
 * @example
 * betaQuantile({ p: 0.26171875, a: 2, b: 3 }) // { value: 0.25, complement: 0.75 }
 */
export function betaQuantile({ p, a, b }: BetaQuantileInput): { value: number; complement: number } {
  const f = (logit: number) => Math.log(incompleteBeta({ a, b, ...sharesOf(logit) }).lower / p)
  const { value: logit } = findRoot({ f, near: Math.log(a / b), step: Math.sqrt(1 / a + 1 / b) })
  const { x, y } = sharesOf(logit)
  return { value: x, complement: y }
}

function sharesOf(logit: number): { x: number; y: number } {
  return { x: 1 / (1 + Math.exp(-logit)), y: 1 / (1 + Math.exp(logit)) }
}
