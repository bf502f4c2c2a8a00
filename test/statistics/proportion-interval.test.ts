import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proportionInterval, type ProportionIntervalInput } from '../../src/statistics/proportion-interval.js'
import { messageOf } from '../support/message-of.js'

test('reaches 0 and 1 exactly', () => {
  expect(proportionInterval({ successes: 0, trials: 3 }).lower).toBe(0)
  expect(proportionInterval({ successes: 3, trials: 3 }).upper).toBe(1)
})

const counts = fc
  .integer({ min: 1, max: 10_000 })
  .chain((trials) => fc.record({ trials: fc.constant(trials), successes: fc.nat({ max: trials }) }))
const method = fc.constantFrom('wilson' as const, 'agresti-coull' as const, 'clopper-pearson' as const)

test('holds the observed proportion, lies within 0..1, and mirrors that of the failures', () => {
  fc.assert(
    fc.property(counts, method, ({ successes, trials }, method) => {
      const { lower, upper } = proportionInterval({ successes, trials, method })
      expect(lower).toBeGreaterThanOrEqual(0)
      expect(upper).toBeLessThanOrEqual(1)
      expect(lower).toBeLessThanOrEqual(successes / trials)
      expect(upper).toBeGreaterThanOrEqual(successes / trials)
      const mirrored = proportionInterval({ successes: trials - successes, trials, method })
      expect(mirrored.lower).toBeCloseTo(1 - upper, 12)
      expect(mirrored.upper).toBeCloseTo(1 - lower, 12)
    }),
  )
})

test('widens with the confidence', () => {
  fc.assert(
    fc.property(counts, method, (input, method) => {
      const narrow = proportionInterval({ ...input, method, confidence: 0.8 })
      const wide = proportionInterval({ ...input, method, confidence: 0.99 })
      expect(wide.lower).toBeLessThanOrEqual(narrow.lower)
      expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper)
    }),
  )
})

test('of Clopper and Pearson holds exactly the proportions that a binomial test would not refuse', () => {
  // P(X ≥ 3) of 10 at the lower end, and P(X ≤ 3) at the upper: by hand from the binomial sum.
  const { lower, upper } = proportionInterval({ successes: 3, trials: 10, method: 'clopper-pearson' })
  const choose = [1, 10, 45, 120]
  const atMost = (count: number, p: number) =>
    choose.slice(0, count + 1).reduce((sum, ways, k) => sum + ways * p ** k * (1 - p) ** (10 - k), 0)
  expect(1 - atMost(2, lower)).toBeCloseTo(0.025, 12)
  expect(atMost(3, upper)).toBeCloseTo(0.025, 12)
})

test('says what it expected', () => {
  const wrong = [
    { successes: 0, trials: 0 },
    { successes: 4, trials: 3 },
    { successes: 0.5, trials: 3 },
    { successes: Number.NaN, trials: 3 },
    { successes: 1, trials: 3, confidence: 1 },
    { successes: 1, trials: 3, method: 'wald' },
  ] as ProportionIntervalInput[]
  expect(wrong.map((input) => messageOf(() => proportionInterval(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: proportionInterval() expects a whole number of trials from 1, and got 0.",
      "RangeError: proportionInterval() expects a whole number of successes from 0 to 3, and got 4.",
      "RangeError: proportionInterval() expects a whole number of successes from 0 to 3, and got 0.5.",
      "RangeError: proportionInterval() expects a whole number of successes from 0 to 3, and got NaN.",
      "RangeError: proportionInterval() expects a confidence above 0 and below 1, and got 1.",
      "RangeError: proportionInterval() expects the method 'wilson', 'agresti-coull' or 'clopper-pearson', and got "wald".",
    ]
  `)
})
