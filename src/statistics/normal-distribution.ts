import { incompleteGamma } from './incomplete-gamma.js'

/**
 * The shares of a standard normal distribution below and above z. The smaller one is exact to about 1e-13 of itself as far as there are
 * numbers for it, z = ±38.
 *
 * Source: NIST Digital Library of Mathematical Functions, 7.11.1 and 7.11.2: the error function as an incomplete gamma function.
 *
 * @example
 * normalDistribution({ z: 1.96 }) // { lower: 0.975…, upper: 0.0249… }
 */
export function normalDistribution({ z }: { z: number }): { lower: number; upper: number } {
  if (Number.isNaN(z)) throw new RangeError('normalDistribution() expects a number z, and got NaN.')
  const inner = incompleteGamma({ a: 0.5, x: (z * z) / 2 })
  const far = inner.upper / 2
  const near = 0.5 + inner.lower / 2
  return z < 0 ? { lower: far, upper: near } : { lower: near, upper: far }
}
