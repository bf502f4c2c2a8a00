/** From here on the series of Stirling's formula is exact to the last digit. */
const LARGE = 10
const HALF_LOG_TWO_PI = 0.9189385332046728

/** Bernoulli numbers B₂ₖ / (2k (2k − 1)), from the highest down. */
const SERIES = [1 / 156, -691 / 360360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12]

/**
 * The natural logarithm of Γ(x) for x > 0. Absolute error about 1e-15, or 1e-16 of the value where that is more.
 *
 * Source: Stirling's series, NIST Digital Library of Mathematical Functions, 5.11.1; below 10 by the recurrence 5.5.1.
 *
 * @example
 * logGamma({ x: 5 }) // { value: 3.17805383034794… }, the logarithm of 4! = 24
 */
export function logGamma({ x }: { x: number }): { value: number } {
  let shifted = x
  let product = 1
  while (shifted < LARGE) product *= shifted++
  return { value: leading(shifted) + series(shifted) - Math.log(product) }
}

/**
 * What Stirling's formula lacks: ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π]. Small where x is large, where the difference of logarithms of
 * gammas would lose as many digits as they have before the point.
 *
 * Source: as of `logGamma`.
 *
 * @example
 * stirlingCorrection({ x: 100 }) // { value: 0.00083333055… }
 */
export function stirlingCorrection({ x }: { x: number }): { value: number } {
  return { value: x < LARGE ? logGamma({ x }).value - leading(x) : series(x) }
}

function leading(x: number): number {
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI
}

function series(x: number): number {
  const square = 1 / (x * x)
  return SERIES.reduce((sum, coefficient) => sum * square + coefficient, 0) / x
}
