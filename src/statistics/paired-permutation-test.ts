import { ALTERNATIVES, type Alternative } from './alternative.js'
import { expectCount, expectFinite, expectOneOf, expectSameLength } from './input-checks.js'
import { seededRandom } from './seeded-random.js'
import { tailPValue } from './tail-p-value.js'

export interface PairedPermutationTestInput {
  /** Finite numbers, at least 1. */
  a: readonly number[]
  /** As many of the same cases, in the same order. */
  b: readonly number[]
  /** A whole number: the same seed gives the same p-value. */
  seed: number
  /** `greater`: a's mean is greater than b's. Default `two-sided`. */
  alternative?: Alternative
  /** How many ways to deal the signs out are tried; all of them, where there are no more than that. A whole number from 1, default 10,000. */
  permutations?: number
}

export interface PairedPermutationTest {
  /** Mean of a − b, in the unit of the values. */
  difference: number
  /** Above 0, up to 1. */
  pValue: number
  /** Ways that were tried. */
  permutations: number
  /** Whether these are all there are, so that the p-value hangs on no seed. */
  exact: boolean
}

/**
 * Whether the mean difference of pairs is larger than chance would make it, by nothing but the symmetry of chance: each pair's
 * difference might as well have had the other sign. Two-sided, it is twice the smaller tail. What was seen counts among the ways tried, so that
 * the p-value is never 0, and never too small on average. Where no pair differs it is 1. O(permutations × pairs).
 *
 * Sources: Fisher, "The Design of Experiments" (1935), chapter 3; Phipson and Smyth, "Permutation P-values Should Never Be Zero", Statistical
 * Applications in Genetics and Molecular Biology 9 (2010).
 *
 * @throws {RangeError} without pairs, for unequal lengths, a value that is not finite, a seed that is no whole number, a count of permutations
 * below 1, or another alternative
 * @example
 * pairedPermutationTest({ a: [5, 4, 5, 4, 5], b: [4, 2, 3, 4, 3], seed: 1 }) // { difference: 1.4, pValue: 0.125, permutations: 16, exact: true }
 */
export function pairedPermutationTest({
  a,
  b,
  seed,
  alternative = 'two-sided',
  permutations = 10_000,
}: PairedPermutationTestInput): PairedPermutationTest {
  expectSameLength('pairedPermutationTest', a, b)
  if (a.length === 0) throw new RangeError('pairedPermutationTest() expects at least one pair, and got none.')
  expectFinite('pairedPermutationTest', a)
  expectFinite('pairedPermutationTest', b)
  expectCount('pairedPermutationTest', 'permutations', permutations, 1)
  expectOneOf('pairedPermutationTest', 'alternative', ALTERNATIVES, alternative)
  const { random } = seededRandom({ seed })
  const differences = a.map((value, index) => value - (b[index] ?? NaN))
  const moving = differences.filter((difference) => difference !== 0)
  const exact = 2 ** moving.length <= permutations
  const tried = exact ? 2 ** moving.length : permutations
  const sums = exact ? allSums(moving) : randomSums(moving, permutations, random)
  const observed = sum(moving)
  // Sums of the same numbers in another order are the same but for rounding.
  const slack = 1e-12 * moving.reduce((total, difference) => total + Math.abs(difference), 0)
  // Among random ways the one seen is put in by hand.
  let [atMost, atLeast] = exact ? [0, 0] : [1, 1]
  for (const total of sums) {
    if (total <= observed + slack) atMost++
    if (total >= observed - slack) atLeast++
  }
  const ways = exact ? tried : tried + 1
  const { pValue } = tailPValue({ lower: atMost / ways, upper: atLeast / ways, alternative })
  return { difference: observed / a.length, pValue, permutations: tried, exact }
}

function* allSums(values: readonly number[]): Iterable<number> {
  for (let pattern = 0; pattern < 2 ** values.length; pattern++) {
    yield values.reduce((total, value, bit) => total + ((pattern >>> bit) & 1 ? -value : value), 0)
  }
}

function* randomSums(values: readonly number[], count: number, random: () => number): Iterable<number> {
  for (let round = 0; round < count; round++) {
    yield values.reduce((total, value) => total + (random() < 0.5 ? -value : value), 0)
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
