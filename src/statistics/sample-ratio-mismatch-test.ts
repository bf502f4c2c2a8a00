import { incompleteGamma } from './incomplete-gamma.js'
import { expectCount, expectSameLength } from './input-checks.js'

export interface SampleRatioMismatchTestInput {
  /** How many came to each variant: counts, at least 2 of them and not all 0. */
  observed: readonly number[]
  /** What share each was to get, in the same order: above 0, 1 together. */
  expectedShare: readonly number[]
}

export interface SampleRatioMismatchTest {
  /** From 0. */
  statistic: number
  pValue: number
  /** Variants − 1. */
  degreesOfFreedom: number
  /** What each was to get. */
  expected: number[]
}

/**
 * Whether an experiment's traffic was split as intended: Pearson's chi-square test of the counts against the shares. A split that is off says that
 * something drops or redirects a part of one variant's users, and makes every other comparison of the experiment worthless; a
 * p-value below 0.001 is the usual alarm. O(variants).
 *
 * Sources: Pearson, "On the Criterion that a Given System of Deviations…", Philosophical Magazine 50 (1900); Fabijan et al.,
 * "Diagnosing Sample Ratio Mismatch in Online Controlled Experiments", KDD (2019).
 *
 * @throws {RangeError} for fewer than 2 variants, unequal lengths, counts that are none or all 0, shares that are not above 0 or do not add
 * up to 1
 * @example
 * sampleRatioMismatchTest({ observed: [5210, 4790], expectedShare: [0.5, 0.5] }) // { statistic: 17.64, pValue: 0.0000266…, … }
 */
export function sampleRatioMismatchTest({
  observed,
  expectedShare,
}: SampleRatioMismatchTestInput): SampleRatioMismatchTest {
  expectSameLength('sampleRatioMismatchTest', observed, expectedShare)
  if (observed.length < 2) {
    throw new RangeError(`sampleRatioMismatchTest() expects at least 2 variants, and got ${observed.length}.`)
  }
  for (const count of observed) expectCount('sampleRatioMismatchTest', 'observations of each variant', count)
  for (const share of expectedShare) {
    if (share > 0 && share < 1) continue
    throw new RangeError(`sampleRatioMismatchTest() expects shares above 0 and below 1, and got ${share}.`)
  }
  const together = expectedShare.reduce((sum, share) => sum + share, 0)
  if (Math.abs(together - 1) > 1e-9) {
    throw new RangeError(`sampleRatioMismatchTest() expects shares that add up to 1, and got ${together} together.`)
  }
  const total = observed.reduce((sum, count) => sum + count, 0)
  if (total === 0) throw new RangeError('sampleRatioMismatchTest() expects at least one observation, and got none.')
  const expected = expectedShare.map((share) => share * total)
  const statistic = expected.reduce((sum, mean, at) => sum + ((observed[at] ?? 0) - mean) ** 2 / mean, 0)
  const degreesOfFreedom = observed.length - 1
  const { upper } = incompleteGamma({ a: degreesOfFreedom / 2, x: statistic / 2 })
  return { statistic, pValue: upper, degreesOfFreedom, expected }
}
