import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  proportionDifferenceInterval,
  type ProportionDifferenceIntervalInput,
} from '../../src/statistics/proportion-difference-interval.js'
import { expectClose } from '../support/expect-close.js'
import { messageOf } from '../support/message-of.js'

test('the first example of Newcombe (1998): 56 of 70 and 48 of 80, method 10', () => {
  const found = proportionDifferenceInterval({ a: { successes: 56, trials: 70 }, b: { successes: 48, trials: 80 } })
  expect(found.difference).toBeCloseTo(0.2, 12)
  expect(found.lower).toBeCloseTo(0.0524, 4)
  expect(found.upper).toBeCloseTo(0.3339, 4)
})

test('of Agresti and Caffo, by hand', () => {
  const found = proportionDifferenceInterval({
    a: { successes: 8, trials: 8 },
    b: { successes: 0, trials: 3 },
    method: 'agresti-caffo',
  })
  const margin = 1.959963984540054 * Math.sqrt((0.9 * 0.1) / 10 + (0.2 * 0.8) / 5)
  expectClose(found.lower, 0.7 - margin, 1e-12)
  expect(found.upper).toBe(1)
})

const counts = fc
  .integer({ min: 1, max: 1_000 })
  .chain((trials) => fc.record({ trials: fc.constant(trials), successes: fc.nat({ max: trials }) }))
const method = fc.constantFrom('newcombe' as const, 'agresti-caffo' as const)

test('lies within −1..1, and is mirrored with the groups swapped', () => {
  fc.assert(
    fc.property(counts, counts, method, (a, b, method) => {
      const { difference, lower, upper } = proportionDifferenceInterval({ a, b, method })
      expect(lower).toBeGreaterThanOrEqual(-1)
      expect(upper).toBeLessThanOrEqual(1)
      expect(lower).toBeLessThanOrEqual(upper)
      // That of Agresti and Caffo lies around another estimate.
      if (method === 'newcombe') {
        expect(lower).toBeLessThanOrEqual(difference)
        expect(upper).toBeGreaterThanOrEqual(difference)
      }
      const mirrored = proportionDifferenceInterval({ a: b, b: a, method })
      expect(mirrored.difference).toBeCloseTo(-difference, 12)
      expect(mirrored.lower).toBeCloseTo(-upper, 12)
    }),
  )
})

test('widens with the confidence, and of one side it is the end of the two-sided one with twice the rest', () => {
  fc.assert(
    fc.property(counts, counts, method, (a, b, method) => {
      const of = (confidence: number, alternative?: ProportionDifferenceIntervalInput['alternative']) =>
        proportionDifferenceInterval({ a, b, method, confidence, alternative })
      expect(of(0.99).lower).toBeLessThanOrEqual(of(0.9).lower)
      expect(of(0.99).upper).toBeGreaterThanOrEqual(of(0.9).upper)
      expect(of(0.95, 'greater').lower).toBeCloseTo(of(0.9).lower, 12)
      expect(of(0.95, 'less').upper).toBeCloseTo(of(0.9).upper, 12)
      expect([of(0.95, 'greater').upper, of(0.95, 'less').lower]).toEqual([1, -1])
    }),
  )
})

test('says what it expected', () => {
  const good = { successes: 3, trials: 5 }
  const wrong = [
    { a: { successes: 0, trials: 0 }, b: good },
    { a: good, b: { successes: 6, trials: 5 } },
    { a: good, b: { successes: NaN, trials: 5 } },
    { a: good, b: good, confidence: 0 },
    { a: good, b: good, confidence: 0.5, alternative: 'less' },
    { a: good, b: good, method: 'wald' },
    { a: good, b: good, alternative: 'both' },
  ] as ProportionDifferenceIntervalInput[]
  expect(wrong.map((input) => messageOf(() => proportionDifferenceInterval(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: proportionDifferenceInterval() expects a whole number of trials in a from 1, and got 0.",
      "RangeError: proportionDifferenceInterval() expects a whole number of successes in b from 0 to 5, and got 6.",
      "RangeError: proportionDifferenceInterval() expects a whole number of successes in b from 0 to 5, and got NaN.",
      "RangeError: proportionDifferenceInterval() expects a confidence above 0 and below 1, and got 0.",
      "RangeError: proportionDifferenceInterval() expects a confidence above 0.5 of an interval with one end, and got 0.5.",
      "RangeError: proportionDifferenceInterval() expects the method 'newcombe' or 'agresti-caffo', and got "wald".",
      "RangeError: proportionDifferenceInterval() expects the alternative 'two-sided', 'greater' or 'less', and got "both".",
    ]
  `)
})
