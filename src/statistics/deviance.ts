export interface DevianceInput {
  /** From 0. */
  x: number
  /** Above 0. */
  mean: number
  /** mean − x, which the caller may know to more digits. */
  excess?: number
}

/**
 * x·ln(x / mean) + mean − x: how far x lies from a mean, as it stands in the exponent of Poisson, binomial, gamma
 * and beta probabilities. Never below 0, and exact near the mean, where the terms take each other away.
 *
 * Source: C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000); the logarithm near 1 by the series of artanh,
 * NIST Digital Library of Mathematical Functions, 4.6.4 and 4.38.5.
 *
 * @example
 * deviance({ x: 3, mean: 4 }) // { value: 0.13695378264465… }
 */
export function deviance({ x, mean, excess = mean - x }: DevianceInput): { value: number } {
  if (x === 0) return { value: mean }
  const v = excess / x
  if (!(v > -0.5 && v < 1)) return { value: x * Math.log(x / mean) + excess }
  // v − ln(1 + v), with ln(1 + v) = 2 artanh(r).
  const r = v / (2 + v)
  const square = r * r
  let sum = 0
  for (let power = square, divisor = 3; ; power *= square, divisor += 2) {
    const next = sum + power / divisor
    if (next === sum) break
    sum = next
  }
  return { value: x * r * (v - 2 * sum) }
}
