import { expectFinite, expectSameLength } from './input-checks.js'

export interface KendallTauInput {
  /** Finite numbers, at least 2, not all the same. */
  a: readonly number[]
  /** As many of the same cases, in the same order. */
  b: readonly number[]
}

/**
 * Kendall's τ-b of two series: of all pairs of cases, how many more are in the same order in both than in opposite orders, corrected for ties.
 * −1..1: 1 where both order the cases alike, 0 where neither order tells of the other. O(n log n).
 *
 * Sources: Kendall, "The Treatment of Ties in Ranking Problems", Biometrika 33 (1945); Knight, "A Computer Method for Calculating Kendall's Tau
 * with Ungrouped Data", JASA 61 (1966).
 *
 * @throws {RangeError} for unequal lengths, fewer than 2 cases, a value that is not finite, a series of one value only
 * @example
 * kendallTau({ a: [1, 2, 3, 4, 5], b: [2, 1, 4, 3, 5] }) // { value: 0.6, n: 5 }
 */
export function kendallTau({ a, b }: KendallTauInput): { value: number; n: number } {
  const n = a.length
  expectSameLength('kendallTau', a, b)
  if (n < 2) throw new RangeError(`kendallTau() expects at least 2 cases, and got ${n}.`)
  expectFinite('kendallTau', a)
  expectFinite('kendallTau', b)
  const cases = a
    .map((x, index) => ({ x, y: b[index] ?? NaN }))
    .sort((one, other) => one.x - other.x || one.y - other.y)
  const all = (n * (n - 1)) / 2
  const tiedInA = pairsAlike(cases, (one, other) => one.x === other.x)
  const tiedInBoth = pairsAlike(cases, (one, other) => one.x === other.x && one.y === other.y)
  const { sorted, inversions } = mergeSort(cases.map(({ y }) => y))
  const tiedInB = pairsAlike(sorted, (one, other) => one === other)
  if (tiedInA === all || tiedInB === all) {
    throw new RangeError('kendallTau() expects values that differ, and got a series of one value only.')
  }
  const excess = all - tiedInA - tiedInB + tiedInBoth - 2 * inversions
  const value = excess / Math.sqrt(all - tiedInA) / Math.sqrt(all - tiedInB)
  return { value: Math.max(-1, Math.min(1, value)), n }
}

/** Pairs that are alike, where all that are stand side by side. */
function pairsAlike<Item>(items: Iterable<Item>, areAlike: (one: Item, other: Item) => boolean): number {
  let [pairs, before] = [0, 0]
  let previous: Item | undefined
  for (const item of items) {
    before = previous !== undefined && areAlike(previous, item) ? before + 1 : 0
    pairs += before
    previous = item
  }
  return pairs
}

/** The pairs that stand in the wrong order are counted while they are put right. */
function mergeSort(values: readonly number[]): { sorted: Float64Array; inversions: number } {
  let from = Float64Array.from(values)
  let to = new Float64Array(values.length)
  let inversions = 0
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      inversions += merge(from, to, start, Math.min(start + width, values.length), start + 2 * width)
    }
    ;[from, to] = [to, from]
  }
  return { sorted: from, inversions }
}

function merge(from: Float64Array, to: Float64Array, start: number, middle: number, end: number): number {
  let [left, right, inversions] = [start, middle, 0]
  const last = Math.min(end, from.length)
  for (let place = start; place < last; place++) {
    const [one = NaN, other = NaN] = [from[left], from[right]]
    if (right >= last || (left < middle && one <= other)) {
      to[place] = one
      left++
    } else {
      to[place] = other
      right++
      inversions += middle - left
    }
  }
  return inversions
}
