import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proportionInterval, type ProportionIntervalInput } from '../../src/statistics/proportion-interval.js'
import reference from './fixtures/proportion-interval.json' with { type: 'json' }

test.each(reference.cases)('$input.method: $input.successes of $input.trials at $input.confidence', (known) => {
  const found = proportionInterval(known.input as ProportionIntervalInput)
  for (const end of ['lower', 'upper'] as const) {
    const expected = known.expected[end]
    expect(Math.abs(found[end] - expected)).toBeLessThanOrEqual(expected === 0 ? 1e-12 : 1e-9 * Math.abs(expected))
  }
})

test('reaches 0 and 1 exactly', () => {
  expect(proportionInterval({ successes: 0, trials: 3 }).lower).toBe(0)
  expect(proportionInterval({ successes: 3, trials: 3 }).upper).toBe(1)
})

const counts = fc
  .integer({ min: 1, max: 10_000 })
  .chain((trials) => fc.record({ trials: fc.constant(trials), successes: fc.nat({ max: trials }) }))
const method = fc.constantFrom('wilson' as const, 'agresti-coull' as const)

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

test('says what it expected', () => {
  const wrong = [
    { successes: 0, trials: 0 },
    { successes: 4, trials: 3 },
    { successes: 0.5, trials: 3 },
    { successes: Number.NaN, trials: 3 },
    { successes: 1, trials: 3, confidence: 1 },
    { successes: 1, trials: 3, method: 'wald' },
  ] as ProportionIntervalInput[]
  expect(wrong.map(messageOf)).toMatchInlineSnapshot(`
    [
      "RangeError: proportionInterval() expects a whole number of trials from 1, and got 0.",
      "RangeError: proportionInterval() expects a whole number of successes from 0 to 3, and got 4.",
      "RangeError: proportionInterval() expects a whole number of successes from 0 to 3, and got 0.5.",
      "RangeError: proportionInterval() expects a whole number of successes from 0 to 3, and got NaN.",
      "RangeError: proportionInterval() expects a confidence above 0 and below 1, and got 1.",
      "RangeError: proportionInterval() expects the method 'wilson' or 'agresti-coull', and got "wald".",
    ]
  `)
})

function messageOf(input: ProportionIntervalInput): string {
  try {
    return JSON.stringify(proportionInterval(input))
  } catch (error) {
    return String(error)
  }
}
