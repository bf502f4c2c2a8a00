import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kappaEstimate, type KappaInput } from '../../src/calibration/kappa-estimate.js'

const labels = ['1', '2', '3']
const label = fc.constantFrom(...labels)
const pairs = fc.array(fc.tuple(label, label), { minLength: 1, maxLength: 30 })
const weights = fc.constantFrom('none' as const, 'quadratic' as const)

function estimate(pairs: KappaInput['pairs'], more: Partial<KappaInput> = {}) {
  return kappaEstimate({ pairs, labels, weights: 'quadratic', confidence: 0.95, resamples: 200, seed: 1, ...more })
}

function agreed(count: number): [string, string][] {
  return Array.from({ length: count }, (_, index) => [labels[index % 3]!, labels[index % 3]!])
}

test('of nothing is null, and of one label alone has no value', () => {
  expect(estimate([])).toBeNull()
  expect(estimate([['1', '1']])).toEqual({ value: null, lower: null, upper: null, n: 1 })
})

test('full agreement proves the more, the more there is of it', () => {
  const lower = (count: number, more?: Partial<KappaInput>) => estimate(agreed(count), more)?.lower
  // By hand: Wilson's interval of 30 of 30 begins at 0.8865; chance would disagree by 4/3 on average, or in 2 of 3.
  expect(lower(30)).toBeCloseTo(1 - (1 - 0.88648) / (4 / 3), 4)
  expect(lower(30, { weights: 'none' })).toBeCloseTo(1 - (1 - 0.88648) / (2 / 3), 4)
  expect([3, 6, 30, 300, 3000].map((count) => lower(count)!.toFixed(3))).toMatchInlineSnapshot(`
    [
      "0.579",
      "0.707",
      "0.915",
      "0.991",
      "0.999",
    ]
  `)
})

test('the interval lies within −1 and 1, and is wider at more confidence', () => {
  fc.assert(
    fc.property(pairs, weights, (pairs, weights) => {
      const wide = estimate(pairs, { weights })!
      const narrow = estimate(pairs, { weights, confidence: 0.5 })!
      if (wide.value === null) return
      expect(wide.lower).toBeGreaterThanOrEqual(-1)
      expect(wide.upper).toBeLessThanOrEqual(1)
      expect(wide.lower).toBeLessThanOrEqual(narrow.lower!)
      expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper!)
      expect(wide.n).toBe(pairs.length)
    }),
    { numRuns: 50 },
  )
})
