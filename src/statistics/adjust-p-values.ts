import { expectOneOf } from './input-checks.js'

export interface AdjustPValuesInput {
  /** 0..1, in any order. */
  pValues: readonly number[]
  /**
   * `holm` (default), `bonferroni` and `hochberg` bound how probably there is any false alarm at all: Holm's always and with more power than
   * Bonferroni's, Hochberg's with more still, for tests that are independent or depend positively.
   * `benjamini-hochberg` bounds the share of false alarms among all alarms, for such tests; `benjamini-yekutieli` for any.
   */
  method?: AdjustmentMethod
}

export type AdjustmentMethod = 'holm' | 'bonferroni' | 'hochberg' | 'benjamini-hochberg' | 'benjamini-yekutieli'

const METHODS: readonly AdjustmentMethod[] = [
  'holm',
  'bonferroni',
  'hochberg',
  'benjamini-hochberg',
  'benjamini-yekutieli',
]

/**
 * P-values of a family of tests, corrected for their number, in the order in which they came: hold each against the level of the whole
 * family. None is below what it was, nor above 1. Of no p-values there are none. O(n log n).
 *
 * Sources: Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6 (1979); Hochberg, "A Sharper
 * Bonferroni Procedure", Biometrika 75 (1988); Benjamini and Hochberg, "Controlling the False Discovery Rate", JRSS B 57 (1995); Benjamini and
 * Yekutieli, "The Control of the False Discovery Rate in Multiple Testing under Dependency", Annals of Statistics 29 (2001).
 *
 * @throws {RangeError} for a p-value outside 0..1, or another method
 * @example
 * adjustPValues({ pValues: [0.01, 0.04, 0.03] }) // { adjusted: [0.03, 0.06, 0.06] }
 */
export function adjustPValues({ pValues, method = 'holm' }: AdjustPValuesInput): { adjusted: number[] } {
  for (const p of pValues) {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`adjustPValues() expects p-values within 0..1, and got ${p}.`)
  }
  expectOneOf('adjustPValues', 'method', METHODS, method)
  const n = pValues.length
  const penalty = method === 'benjamini-yekutieli' ? harmonic(n) : 1
  const ascending = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p)
  const scaled = ascending.map(({ p, index }, at) => ({
    index,
    p: Math.min(1, p * penalty * factorOf(method, at + 1, n)),
  }))
  const isStepUp = method !== 'holm' && method !== 'bonferroni'
  const adjusted = new Array<number>(n)
  let bound = isStepUp ? 1 : 0
  for (const { index, p } of isStepUp ? scaled.reverse() : scaled) {
    bound = isStepUp ? Math.min(bound, p) : Math.max(bound, p)
    adjusted[index] = bound
  }
  return { adjusted }
}

/** For the p-value of this rank, from 1 for the smallest. */
function factorOf(method: AdjustmentMethod, rank: number, n: number): number {
  switch (method) {
    case 'bonferroni':
      return n
    case 'holm':
    case 'hochberg':
      return n - rank + 1
    case 'benjamini-hochberg':
    case 'benjamini-yekutieli':
      return n / rank
  }
}

function harmonic(n: number): number {
  let sum = 0
  for (let k = n; k >= 1; k--) sum += 1 / k
  return sum
}
