import { expectConfidence, expectCount } from './input-checks.js'
import { quantile } from './quantile.js'
import { seededRandom } from './seeded-random.js'

export interface BootstrapIntervalInput<Item> {
  /** What was sampled, at least one; an item may be a pair, and is drawn whole. */
  items: readonly Item[]
  /** Of a sample as long as `items`; `null` where that sample has no such value. The array is used again: keep none of it. */
  statistic: (sample: readonly Item[]) => number | null
  /** A whole number: the same seed gives the same interval. */
  seed: number
  /** Above 0 and below 1. Default 0.95. */
  confidence?: number
  /** How often to draw anew. A whole number from 1, default 2,000. */
  resamples?: number
}

export interface BootstrapInterval {
  lower: number
  upper: number
  /** Resamples that had a value, and on which the interval rests. */
  resamples: number
}

/**
 * A two-sided confidence interval for any statistic, by the percentile bootstrap: the items are drawn anew, with replacement, as often as
 * asked, and the interval lies between the quantiles (1 ∓ confidence) / 2 of what the statistic then says, in its own unit.
 *
 * Resamples without a value are left out, and counted. Where every resample says the same, as of items that are all alike, the
 * interval has no width, however few items there are: it knows no more than it was shown. Few items (below about 30) make it too
 * narrow in general. O(resamples × cost of the statistic).
 *
 * Source: Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13.
 *
 * @throws {RangeError} without items, where no resample has a value, for a value that is not finite, a confidence outside 0..1, a count of
 * resamples below 1, or a seed that is no whole number
 * @example
 * const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length
 * bootstrapInterval({ items: [2, 4, 4, 5, 9], statistic: mean, seed: 1 }) // about 3 to 7
 */
export function bootstrapInterval<Item>({
  items,
  statistic,
  seed,
  confidence = 0.95,
  resamples = 2_000,
}: BootstrapIntervalInput<Item>): BootstrapInterval {
  if (items.length === 0) throw new RangeError('bootstrapInterval() expects at least one item, and got none.')
  expectConfidence('bootstrapInterval', confidence)
  expectCount('bootstrapInterval', 'resamples', resamples, 1)
  const { random } = seededRandom({ seed })
  const sample = [...items]
  const values: number[] = []
  for (let round = 0; round < resamples; round++) {
    for (let place = 0; place < sample.length; place++) {
      sample[place] = items[Math.floor(random() * items.length)] as Item
    }
    const value = statistic(sample)
    if (value !== null) values.push(value)
  }
  if (values.length === 0) {
    throw new RangeError(`bootstrapInterval() expects a value of some resample, and got none of ${resamples}.`)
  }
  return {
    lower: quantile({ values, q: (1 - confidence) / 2 }).value,
    upper: quantile({ values, q: (1 + confidence) / 2 }).value,
    resamples: values.length,
  }
}
