import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bootstrapInterval } from '../../src/statistics/bootstrap-interval.js'
import { seededRandom } from '../../src/statistics/seeded-random.js'

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const sample = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 })

describe('bootstrapInterval', () => {
  test('is the same for the same seed', () => {
    const items = [2, 4, 4, 5, 9]
    const one = bootstrapInterval({ items, statistic: mean, seed: 1 })
    expect(bootstrapInterval({ items, statistic: mean, seed: 1 })).toEqual(one)
    expect(bootstrapInterval({ items, statistic: mean, seed: 2 })).not.toEqual(one)
    expect(one).toMatchInlineSnapshot(`
      {
        "lower": 3,
        "resamples": 2000,
        "upper": 7.004999999999972,
      }
    `)
  })

  test('comes near the interval of theory: mean of 400 uniform numbers, ± 1.96 · √(1/12 / 400)', () => {
    const { random } = seededRandom({ seed: 3 })
    const items = Array.from({ length: 400 }, random)
    const { lower, upper } = bootstrapInterval({ items, statistic: mean, seed: 1 })
    expect((upper - lower) / (2 * 1.96 * Math.sqrt(1 / 12 / 400))).toBeCloseTo(1, 0)
    expect((upper + lower) / 2).toBeCloseTo(mean(items), 2)
  })

  test('stays within what the items allow, and widens with the confidence', () => {
    fc.assert(
      fc.property(sample, (items) => {
        const of = (confidence: number) =>
          bootstrapInterval({ items, statistic: mean, seed: 5, resamples: 100, confidence })
        const [narrow, wide] = [of(0.5), of(0.95)]
        const slack = 1e-9 * Math.max(...items.map(Math.abs))
        expect(wide.lower).toBeGreaterThanOrEqual(Math.min(...items) - slack)
        expect(wide.upper).toBeLessThanOrEqual(Math.max(...items) + slack)
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower)
        expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper)
      }),
    )
  })

  test('leaves out resamples without a value, and counts the others', () => {
    const statistic = (of: readonly number[]) => (new Set(of).size === 1 ? null : mean(of))
    const { lower, upper, resamples } = bootstrapInterval({ items: [0, 1], statistic, seed: 1, resamples: 1_000 })
    expect({ lower, upper }).toEqual({ lower: 0.5, upper: 0.5 })
    expect(Math.abs(resamples - 500)).toBeLessThan(60)
  })

  test('says what it expected', () => {
    const wrong = [
      { items: [] },
      { confidence: 0 },
      { resamples: 0 },
      { seed: Number.NaN },
      { statistic: () => null },
      { statistic: () => Number.NaN },
    ]
    const messages = wrong.map((input) => {
      try {
        return bootstrapInterval({ items: [1, 2], statistic: mean, seed: 1, ...input })
      } catch (error) {
        return String(error)
      }
    })
    expect(messages).toMatchInlineSnapshot(`
      [
        "RangeError: bootstrapInterval() expects at least one item, and got none.",
        "RangeError: bootstrapInterval() expects a confidence above 0 and below 1, and got 0.",
        "RangeError: bootstrapInterval() expects a whole number of resamples from 1, and got 0.",
        "RangeError: seededRandom() expects a whole number as seed, and got NaN.",
        "RangeError: bootstrapInterval() expects a value of some resample, and got none of 2000.",
        "RangeError: quantile() expects finite values, and got NaN: leave missing values out.",
      ]
    `)
  })
})
