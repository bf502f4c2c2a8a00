import { ALTERNATIVES, type Alternative } from './alternative.js'
import { binomialProbability } from './binomial-probability.js'
import { expectCount, expectOneOf } from './input-checks.js'

export interface FisherExactTestInput {
  /** Counts, [[a, b], [c, d]], at least one above 0. */
  table: readonly (readonly number[])[]
  /** Of the odds ratio: `greater` is more than 1, which is a larger share of `a` in the first row. Default `two-sided`. */
  alternative?: Alternative
}

export interface FisherExactTest {
  pValue: number
  /** a·d / (b·c) of the sample: ∞ where only b·c is 0, `null` where both products are. */
  oddsRatio: number | null
}

/**
 * Fisher's exact test of a 2 × 2 table, its margins given: good for counts of any size, and for those below 5 in the place of `chiSquareTest`.
 * Two-sided, it adds up all tables that are no more probable than the one seen. With a row or column of zeros only one table is possible, and the
 * p-value is 1. O(smallest margin) at worst.
 *
 * Sources: Fisher, "The Logic of Inductive Inference", JRSS 98 (1935); the hypergeometric probability by C. Loader, "Fast and Accurate
 * Computation of Binomial Probabilities" (2000).
 *
 * @throws {RangeError} for a table that is not 2 × 2, counts that are none, or nothing but zeros
 * @example
 * fisherExactTest({ table: [[9, 1], [3, 7]] }) // { pValue: 0.0197…, oddsRatio: 21 }
 */
export function fisherExactTest({ table, alternative = 'two-sided' }: FisherExactTestInput): FisherExactTest {
  const cells = table.flat()
  const [a = 0, b = 0, c = 0, d = 0] = cells
  if (table.length !== 2 || table.some((row) => row.length !== 2)) {
    throw new RangeError(
      `fisherExactTest() expects a table of 2 × 2, and got ${table.length} rows with ${cells.length} cells.`,
    )
  }
  for (const cell of cells) expectCount('fisherExactTest', 'observations in each cell', cell)
  expectOneOf('fisherExactTest', 'alternative', ALTERNATIVES, alternative)
  if (a + b + c + d === 0) throw new RangeError('fisherExactTest() expects at least one observation, and got none.')
  const tables = new Tables(a + b, c + d, a + c)
  return { pValue: Math.min(1, pValueOf(tables, a, alternative)), oddsRatio: oddsRatioOf(a * d, b * c) }
}

function pValueOf(tables: Tables, a: number, alternative: Alternative): number {
  if (alternative === 'greater') return tables.from(a)
  if (alternative === 'less') return tables.upTo(a)
  // Probabilities that are equal come out equal to about 1e-14 only.
  const most = tables.probability(a) * (1 + 1e-7)
  const isRare = (count: number) => tables.probability(count) <= most
  if (a < tables.mode) {
    const far = firstIn(tables.mode, tables.most + 1, isRare)
    return tables.upTo(a) + tables.from(far)
  }
  const far = firstIn(tables.least, tables.mode + 1, (count) => !isRare(count))
  return tables.from(Math.max(a, far)) + tables.upTo(far - 1)
}

function oddsRatioOf(concordant: number, discordant: number): number | null {
  if (discordant > 0) return concordant / discordant
  return concordant > 0 ? Infinity : null
}

/** The first whole number from `start` for which the condition holds, as it does for all after it; `end` where it never does. */
function firstIn(start: number, end: number, condition: (at: number) => boolean): number {
  while (start < end) {
    const middle = Math.floor((start + end) / 2)
    if (condition(middle)) end = middle
    else start = middle + 1
  }
  return start
}

/** All tables with these margins, each known by its first cell. */
class Tables {
  readonly least: number
  readonly most: number
  readonly mode: number
  readonly #first: number
  readonly #second: number
  readonly #column: number

  constructor(first: number, second: number, column: number) {
    this.#first = first
    this.#second = second
    this.#column = column
    this.least = Math.max(0, column - second)
    this.most = Math.min(first, column)
    this.mode = Math.floor(((first + 1) * (column + 1)) / (first + second + 2))
  }

  probability(a: number): number {
    if (this.least === this.most) return 1
    const p = this.#column / (this.#first + this.#second)
    const inFirst = binomialProbability({ successes: a, trials: this.#first, p }).value
    const inSecond = binomialProbability({ successes: this.#column - a, trials: this.#second, p }).value
    const inAll = binomialProbability({ successes: this.#column, trials: this.#first + this.#second, p }).value
    return (inFirst / inAll) * inSecond
  }

  /** All with a first cell of at least `a`. Summed from there outwards, where the terms only shrink. */
  from(a: number): number {
    if (a > this.most) return 0
    if (a <= this.mode) return 1 - this.upTo(a - 1)
    let term = this.probability(a)
    let sum = term
    for (let at = a; at < this.most && sum + term > sum; at++) {
      term *= this.#ratio(at)
      sum += term
    }
    return sum
  }

  /** All with a first cell of at most `a`. */
  upTo(a: number): number {
    if (a < this.least) return 0
    if (a > this.mode) return 1 - this.from(a + 1)
    let term = this.probability(a)
    let sum = term
    for (let at = a; at > this.least && sum + term > sum; at--) {
      term /= this.#ratio(at - 1)
      sum += term
    }
    return sum
  }

  /** Of the probabilities of a + 1 and a. */
  #ratio(a: number): number {
    return ((this.#first - a) / (a + 1)) * ((this.#column - a) / (this.#second - this.#column + a + 1))
  }
}
