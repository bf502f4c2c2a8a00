import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proportionInterval } from '../../src/statistics/proportion-interval.js'
import { roganGladenEstimate, type RoganGladenEstimateInput } from '../../src/statistics/rogan-gladen-estimate.js'
import { seededRandom } from '../../src/statistics/seeded-random.js'
import { expectClose } from '../support/expect-close.js'
import { messageOf } from '../support/message-of.js'

const judge = { sensitivity: { successes: 90, trials: 100 }, specificity: { successes: 45, trials: 50 } }

test('is (apparent + specificity − 1) / (sensitivity + specificity − 1), with the interval of Lang and Reiczigel', () => {
  const found = roganGladenEstimate({ positives: 80, trials: 100, ...judge })
  expectClose(found.estimate, 0.7 / 0.8, 1e-14)
  expect(found.apparent).toBe(0.8)
  // By the equations 4, 7, 16 and 17 of the paper, step by step.
  const z2 = 1.959963984540054 ** 2
  const [n, p] = [100 + z2, (80 + z2 / 2) / (100 + z2)]
  const [se, sp] = [91 / 102, 46 / 52]
  const centre = (p + sp - 1) / (se + sp - 1)
  const [ofSe, ofSp] = [(se * (1 - se)) / 102, (sp * (1 - sp)) / 52]
  const shift = 2 * z2 * (centre * ofSe - (1 - centre) * ofSp)
  const variance = ((p * (1 - p)) / n + centre ** 2 * ofSe + (1 - centre) ** 2 * ofSp) / (se + sp - 1) ** 2
  expectClose(found.lower, centre + shift - Math.sqrt(z2 * variance), 1e-12)
  expectClose(found.upper, centre + shift + Math.sqrt(z2 * variance), 1e-12)
})

test('is cut off at 0 and 1, and knows nothing by a judge that may be no better than a coin', () => {
  expect(roganGladenEstimate({ positives: 2, trials: 100, ...judge })).toMatchObject({ estimate: 0, lower: 0 })
  expect(roganGladenEstimate({ positives: 100, trials: 100, ...judge })).toMatchObject({ estimate: 1, upper: 1 })
  const hardly = { sensitivity: { successes: 300, trials: 1000 }, specificity: { successes: 3, trials: 4 } }
  expect(roganGladenEstimate({ positives: 5, trials: 10, ...hardly })).toMatchObject({ lower: 0, upper: 1 })
})

const known = fc
  .integer({ min: 5, max: 200 })
  .chain((trials) =>
    fc.record({ trials: fc.constant(trials), successes: fc.integer({ min: Math.ceil(trials * 0.6), max: trials }) }),
  )
const judged = fc
  .integer({ min: 1, max: 500 })
  .chain((trials) => fc.record({ trials: fc.constant(trials), positives: fc.nat({ max: trials }) }))

test('lies within its interval and 0..1, and is mirrored with failures for successes', () => {
  fc.assert(
    fc.property(judged, known, known, ({ positives, trials }, sensitivity, specificity) => {
      const { estimate, lower, upper } = roganGladenEstimate({ positives, trials, sensitivity, specificity })
      expect(0 <= lower && lower <= estimate && estimate <= upper && upper <= 1).toBe(true)
      const mirrored = roganGladenEstimate({
        positives: trials - positives,
        trials,
        sensitivity: specificity,
        specificity: sensitivity,
      })
      expect(mirrored.estimate).toBeCloseTo(1 - estimate, 10)
      expect(mirrored.lower).toBeCloseTo(1 - upper, 10)
    }),
  )
})

test('narrows as more is known of the judge', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 80 }), (positives) => {
      const width = (times: number) => {
        const { lower, upper } = roganGladenEstimate({
          positives,
          trials: 100,
          sensitivity: { successes: 9 * times, trials: 10 * times },
          specificity: { successes: 9 * times, trials: 10 * times },
        })
        return upper - lower
      }
      expect(width(10)).toBeLessThanOrEqual(width(3))
      expect(width(1000)).toBeLessThanOrEqual(width(10))
    }),
  )
})

const inverted = { method: 'test-inversion' } as const

test('the interval by test inversion holds the estimate, is mirrored, and is wider the more trials are of one case', () => {
  fc.assert(
    fc.property(judged, known, known, ({ positives, trials }, sensitivity, specificity) => {
      const found = roganGladenEstimate({ positives, trials, sensitivity, specificity, ...inverted })
      expect(0 <= found.lower && found.lower <= found.estimate).toBe(true)
      expect(found.estimate <= found.upper && found.upper <= 1).toBe(true)
      const mirrored = roganGladenEstimate({
        positives: trials - positives,
        trials,
        sensitivity: specificity,
        specificity: sensitivity,
        ...inverted,
      })
      expect(mirrored.lower).toBeCloseTo(1 - found.upper, 7)
      expect(mirrored.upper).toBeCloseTo(1 - found.lower, 7)
    }),
  )
  const of = (designEffect: number) =>
    roganGladenEstimate({ positives: 80, trials: 100, ...judge, ...inverted, designEffect })
  expect(of(1).estimate).toBe(of(3).estimate)
  expect(of(3).upper - of(3).lower).toBeGreaterThan(of(1).upper - of(1).lower)
})

test('by test inversion it is near Wilson’s where the judge is known to be near perfect', () => {
  const many = { successes: 1_000_000, trials: 1_000_000 }
  const { lower, upper, estimate } = roganGladenEstimate({
    positives: 80,
    trials: 100,
    sensitivity: many,
    specificity: many,
    ...inverted,
  })
  const wilson = proportionInterval({ successes: 80, trials: 100 })
  expect(estimate).toBe(0.8)
  expectClose(lower, wilson.lower, 0.005)
  expectClose(upper, wilson.upper, 0.005)
})

test('by test inversion both ends are 1 where the judge passed more than its sensitivity can explain', () => {
  const strict = { sensitivity: { successes: 60, trials: 100 }, specificity: { successes: 95, trials: 100 } }
  const found = roganGladenEstimate({ positives: 95, trials: 100, ...strict, ...inverted })
  expect(found).toMatchObject({ estimate: 1, lower: 1, upper: 1 })
})

const SETTINGS = [
  { rate: 0.2, trials: 200, sensitivity: 0.9, specificity: 0.9, labels: 100 },
  { rate: 0.5, trials: 50, sensitivity: 0.8, specificity: 0.8, labels: 50 },
  { rate: 0.8, trials: 1_000, sensitivity: 0.95, specificity: 0.75, labels: 300 },
  { rate: 0.8, trials: 150, sensitivity: 0.92, specificity: 0.85, labels: 60 },
]

const METHODS = ['lang-reiczigel', 'test-inversion'] as const
const COVERED = SETTINGS.flatMap((setting) => METHODS.map((method) => ({ ...setting, method })))
const EXTREME = { rate: 0.95, trials: 150, sensitivity: 0.97, specificity: 0.7, labels: 25, method: METHODS[1] }

test.for([...COVERED, EXTREME])('holds a true rate of $rate in 93 to 97 % of $trials trials by $method', (setting) => {
  const { random } = seededRandom({ seed: 11 })
  const draw = (trials: number, p: number) => {
    let successes = 0
    for (let trial = 0; trial < trials; trial++) if (random() < p) successes++
    return { successes, trials }
  }
  const passed = setting.rate * setting.sensitivity + (1 - setting.rate) * (1 - setting.specificity)
  const rounds = 4_000
  let held = 0
  for (let round = 0; round < rounds; round++) {
    const { lower, upper } = roganGladenEstimate({
      positives: draw(setting.trials, passed).successes,
      trials: setting.trials,
      sensitivity: draw(setting.labels, setting.sensitivity),
      specificity: draw(setting.labels, setting.specificity),
      method: setting.method,
    })
    if (lower <= setting.rate && setting.rate <= upper) held++
  }
  expect(held / rounds).toBeGreaterThanOrEqual(0.93)
  expect(held / rounds).toBeLessThanOrEqual(0.97)
})

test('says what it expected', () => {
  const good = { positives: 8, trials: 10, ...judge }
  const wrong: RoganGladenEstimateInput[] = [
    { ...good, trials: 0 },
    { ...good, positives: 11 },
    { ...good, sensitivity: { successes: 0, trials: 0 } },
    { ...good, specificity: { successes: 1.5, trials: 2 } },
    { ...good, sensitivity: { successes: 5, trials: 100 } },
    { ...good, confidence: NaN },
    { ...good, method: 'wald' as 'test-inversion' },
    { ...good, designEffect: 0.5 },
  ]
  expect(wrong.map((input) => messageOf(() => roganGladenEstimate(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: roganGladenEstimate() expects a whole number of trials from 1, and got 0.",
      "RangeError: roganGladenEstimate() expects a whole number of successes from 0 to 10, and got 11.",
      "RangeError: roganGladenEstimate() expects a whole number of trials of the sensitivity from 1, and got 0.",
      "RangeError: roganGladenEstimate() expects a whole number of successes of the specificity from 0 to 2, and got 1.5.",
      "RangeError: roganGladenEstimate() expects sensitivity and specificity above 1 together, and got 0.05 and 0.9: such a judge tells nothing.",
      "RangeError: roganGladenEstimate() expects a confidence above 0 and below 1, and got NaN.",
      "RangeError: roganGladenEstimate() expects the method 'lang-reiczigel' or 'test-inversion', and got "wald".",
      "RangeError: roganGladenEstimate() expects a design effect from 1, and got 0.5.",
    ]
  `)
})
