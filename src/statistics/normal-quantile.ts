export interface NormalQuantileInput {
  /** 0..1; a share below the value that is asked for. */
  p: number
}

/**
 * The value of a standard normal variable below which the share `p` lies: 1.96 for 0.975. −∞ at 0 and ∞ at 1.
 * Relative error about 1e-15.
 *
 * Source: M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied Statistics 37 (1988),
 * routine PPND16.
 *
 * @throws {RangeError} on `p` outside 0..1
 * @example
 * normalQuantile({ p: 0.975 }) // { value: 1.9599639845400… }
 */
export function normalQuantile({ p }: NormalQuantileInput): { value: number } {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`normalQuantile() expects p within 0..1, and got ${p}.`)
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return { value: (q * polynomial(CENTRE.numerator, r)) / polynomial(CENTRE.denominator, r) }
  }
  const tail = q < 0 ? p : 1 - p
  if (tail === 0) return { value: q < 0 ? -Infinity : Infinity }
  const r = Math.sqrt(-Math.log(tail))
  const [{ numerator, denominator }, offset] = r <= 5 ? [MIDDLE, 1.6] : [FAR, 5]
  const size = polynomial(numerator, r - offset) / polynomial(denominator, r - offset)
  return { value: q < 0 ? -size : size }
}

interface Fraction {
  numerator: readonly number[]
  denominator: readonly number[]
}

/* eslint-disable no-loss-of-precision -- with the digits of the source, so that they can be held against it */
/** Coefficients of the rational approximations, from the highest power down. */
const CENTRE: Fraction = {
  numerator: [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
    1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
  ],
  denominator: [
    5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077,
    687.1870074920579083, 42.313330701600911252, 1,
  ],
}
const MIDDLE: Fraction = {
  numerator: [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
  ],
  denominator: [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
    0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
  ],
}
const FAR: Fraction = {
  numerator: [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
    0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ],
  denominator: [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
  ],
}
/* eslint-enable no-loss-of-precision */

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)
}
