import { expectFinite } from './input-checks.js'

export interface QuantileInput {
  /** Finite numbers in any order, at least one. */
  values: readonly number[]
  /** 0..1: 0 is the smallest value, 0.5 the median, 1 the largest. */
  q: number
}

/**
 * The value below which the share `q` of the values lies, linearly interpolated between the two nearest:
 * with the sorted values x₀…xₙ₋₁ and h = (n − 1)·q, it is x⌊h⌋ + (h − ⌊h⌋)·(x⌊h⌋₊₁ − x⌊h⌋), in the unit of the values.
 * Sorts a copy: O(n log n).
 *
 * Source: definition 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996);
 * the default of R's `quantile` and of `numpy.quantile`.
 *
 * @throws {RangeError} without values, with one that is not finite, or with `q` outside 0..1.
 * @example
 * quantile({ values: [40, 10, 30, 20], q: 0.5 }) // { value: 25 }
 */
export function quantile({ values, q }: QuantileInput): { value: number } {
  if (values.length === 0) throw new RangeError('quantile() expects at least one value, and got none.')
  if (!(q >= 0 && q <= 1)) throw new RangeError(`quantile() expects q within 0..1, and got ${q}.`)
  expectFinite('quantile', values)
  const sorted = Float64Array.from(values).sort()
  const position = (sorted.length - 1) * q
  const below = Math.floor(position)
  const [lower = NaN, upper = lower] = sorted.subarray(below, below + 2)
  // Exactly that value, the sign of a zero too.
  if (position === below) return { value: lower }
  const interpolated = lower + (position - below) * (upper - lower)
  // Rounding may carry the sum one ulp past the upper neighbour.
  return { value: Math.min(interpolated, upper) }
}
