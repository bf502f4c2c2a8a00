/**
 * A stream of numbers, uniform in 0 ≤ x < 1, that is the same for the same seed on every machine. 32 bits each, period 2¹²⁸ − 1.
 * For resampling and simulation, never for secrets.
 *
 * Source: xoshiro128** of Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM TOMS 47 (2021); its state is filled from
 * the seed by a counter through the 32-bit finaliser of MurmurHash3.
 *
 * @throws {RangeError} for a seed that is no whole number
 * @example
 * const { random } = seededRandom({ seed: 1 })
 * random() // the same first number, every time
 */
export function seededRandom({ seed }: { seed: number }): { random: () => number } {
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`seededRandom() expects a whole number as seed, and got ${seed}.`)
  }
  // Both halves of a seed beyond 32 bits count.
  const start = (seed >>> 0) ^ mix(Math.floor(seed / 2 ** 32) >>> 0)
  let a = mix(start + 0x9e3779b9)
  let b = mix(start + 2 * 0x9e3779b9)
  let c = mix(start + 3 * 0x9e3779b9)
  let d = mix(start + 4 * 0x9e3779b9)
  return {
    random() {
      const result = Math.imul(rotate(Math.imul(b, 5), 7), 9)
      const shifted = b << 9
      c ^= a
      d ^= b
      b ^= c
      a ^= d
      c ^= shifted
      d = rotate(d, 11)
      return (result >>> 0) / 2 ** 32
    },
  }
}

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by))
}

function mix(x: number): number {
  let mixed = x | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
