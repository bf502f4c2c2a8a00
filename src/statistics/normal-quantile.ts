export interface NormalQuantileInput {
  /** Probability to the left of the quantile, within 0..1. */
  p: number
}

/**
 * The quantile of the standard normal distribution: z with P(Z ≤ z) = p, in standard deviations. −∞ at 0, ∞ at 1.
 * Relative error about 1e-16, in the tails too, as far as `p` itself is exact there: for a quantile far on the right take the one on
 * the left and turn its sign. Constant time.
 *
 * Source: PPND16 of Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied Statistics 37 (1988).
 *
 * @throws {RangeError} for `p` outside 0..1
 * @example
 * normalQuantile({ p: 0.975 }) // { value: 1.959963984540054 }
 */
export function normalQuantile({ p }: NormalQuantileInput): { value: number } {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`normalQuantile() expects p within 0..1, and got ${p}.`)
  if (p === 0 || p === 1) return { value: p === 0 ? -Infinity : Infinity }
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return { value: (q * polynomial(central.numerator, r)) / polynomial(central.denominator, r) }
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p))
  const { numerator, denominator, shift } = r <= 5 ? near : far
  const size = polynomial(numerator, r - shift) / polynomial(denominator, r - shift)
  return { value: q < 0 ? -size : size }
}

/** Coefficients from the constant term up, as tight as a double holds them. */
const central = {
  numerator: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  denominator: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
}
const near = {
  shift: 1.6,
  numerator: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  denominator: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
}
const far = {
  shift: 5,
  numerator: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  denominator: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0)
}
