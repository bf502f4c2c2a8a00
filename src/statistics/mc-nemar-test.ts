import { ALTERNATIVES, type Alternative } from './alternative.js'
import { binomialProbability } from './binomial-probability.js'
import { incompleteBeta } from './incomplete-beta.js'
import { expectCount, expectOneOf } from './input-checks.js'
import { tailPValue } from './tail-p-value.js'

export interface McNemarTestInput {
  /** Cases that passed before and fail now. A whole number from 0. */
  regressed: number
  /** Cases that failed before and pass now. A whole number from 0. */
  improved: number
  /**
   * `exact` (default): never refuses more often than it says, and with few cases much less often. `mid-p`: counts what was seen by half;
   * closer to what it says, and hardly ever above.
   */
  method?: 'exact' | 'mid-p'
  /** `greater`: more improved than regressed, and `less`: more regressed. Default `two-sided`. */
  alternative?: Alternative
}

/**
 * McNemar's test of cases that pass or fail before and after a change: whether as many improve as regress, by the binomial distribution. Cases that
 * did not change tell nothing; where none changed the p-value is 1 (one-sided mid-p 0.5). O(√cases) at worst.
 *
 * Sources: McNemar, "Note on the Sampling Error of the Difference Between Correlated Proportions or Percentages", Psychometrika 12 (1947);
 * Fagerland, Lydersen and Laake, "The McNemar Test for Binary Matched-Pairs Data: Mid-p and Asymptotic Are Better than Exact
 * Conditional", BMC Medical Research Methodology 13 (2013).
 *
 * @throws {RangeError} for counts that are none, another method or alternative
 * @example
 * mcNemarTest({ regressed: 12, improved: 3, alternative: 'less' }) // { pValue: 0.01757…, changed: 15 }
 */
export function mcNemarTest({ regressed, improved, method = 'exact', alternative = 'two-sided' }: McNemarTestInput): {
  pValue: number
  changed: number
} {
  expectCount('mcNemarTest', 'regressed cases', regressed)
  expectCount('mcNemarTest', 'improved cases', improved)
  expectOneOf('mcNemarTest', 'method', ['exact', 'mid-p'], method)
  expectOneOf('mcNemarTest', 'alternative', ALTERNATIVES, alternative)
  const changed = regressed + improved
  // By the middle of the distribution both tails would be 1 less the other: each is asked for by itself.
  const [lower, upper] = [atMost(improved, changed), atMost(regressed, changed)]
  const seen = method === 'exact' ? 0 : binomialProbability({ successes: improved, trials: changed, p: 0.5 }).value / 2
  return { pValue: tailPValue({ lower: lower - seen, upper: upper - seen, alternative }).pValue, changed }
}

/** The probability of at most so many of the cases, each with probability ½. */
function atMost(count: number, cases: number): number {
  if (count === cases) return 1
  return incompleteBeta({ a: cases - count, b: count + 1, x: 0.5, y: 0.5 }).lower
}
