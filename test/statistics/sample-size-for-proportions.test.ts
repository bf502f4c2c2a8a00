import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalDistribution } from '../../src/statistics/normal-distribution.js'
import {
  sampleSizeForProportions,
  type SampleSizeForProportionsInput,
} from '../../src/statistics/sample-size-for-proportions.js'
import { expectClose } from '../support/expect-close.js'
import { messageOf } from '../support/message-of.js'

test('Cohen (1988), table 6.4.1: h = 0.5 one-sided at 0.05 with a power of 0.8 takes 50', () => {
  const target = Math.sin(Math.asin(Math.sqrt(0.5)) + 0.25) ** 2
  const { perVariant } = sampleSizeForProportions({ baseline: 0.5, target, alternative: 'one-sided' })
  expect(perVariant).toBe(50)
})

const rate = fc.double({ min: 0.01, max: 0.99, noNaN: true })
const design = fc
  .record({
    baseline: rate,
    target: rate,
    power: fc.double({ min: 0.3, max: 0.99, noNaN: true }),
    alpha: fc.double({ min: 0.001, max: 0.2, noNaN: true }),
  })
  .filter(({ baseline, target }) => Math.abs(baseline - target) > 1e-3)

test('has the power that was asked for', () => {
  fc.assert(
    fc.property(design, ({ baseline, target, power, alpha }) => {
      const { exact } = sampleSizeForProportions({ baseline, target, power, alpha, alternative: 'one-sided' })
      const effect = Math.abs(2 * Math.asin(Math.sqrt(target)) - 2 * Math.asin(Math.sqrt(baseline)))
      const critical = -normalDistributionQuantile(alpha)
      expectClose(normalDistribution({ z: effect * Math.sqrt(exact / 2) - critical }).lower, power, 1e-9)
    }),
  )
})

/** By bisection, not by what is tested. */
function normalDistributionQuantile(p: number): number {
  let [low, high] = [-40, 40]
  for (let round = 0; round < 100; round++) {
    const middle = (low + high) / 2
    if (normalDistribution({ z: middle }).lower < p) low = middle
    else high = middle
  }
  return low
}

test('does not change with the rates swapped or turned to failures; grows with the power and as the rates draw near', () => {
  fc.assert(
    fc.property(design, (input) => {
      const { perVariant, exact } = sampleSizeForProportions(input)
      expect(perVariant).toBe(Math.max(1, Math.ceil(exact)))
      const { baseline, target } = input
      expectClose(sampleSizeForProportions({ ...input, baseline: target, target: baseline }).exact, exact, 1e-10)
      const failures = sampleSizeForProportions({ ...input, baseline: 1 - baseline, target: 1 - target })
      expectClose(failures.exact, exact, 1e-8)
      expect(sampleSizeForProportions({ ...input, power: 0.995 }).exact).toBeGreaterThan(exact)
      const nearer = sampleSizeForProportions({ ...input, target: (baseline + target) / 2 })
      expect(nearer.exact).toBeGreaterThan(exact)
      expect(sampleSizeForProportions({ ...input, alternative: 'one-sided' }).exact).toBeLessThan(exact)
    }),
  )
})

test('says what it expected', () => {
  const wrong = [
    { baseline: 0.1, target: 0.1 },
    { baseline: -0.1, target: 0.1 },
    { baseline: 0.1, target: NaN },
    { baseline: 0.1, target: 0.2, power: 1 },
    { baseline: 0.1, target: 0.2, alpha: 0 },
    { baseline: 0.1, target: 0.2, power: 0.05, alpha: 0.05 },
    { baseline: 0.1, target: 0.2, alternative: 'greater' },
  ] as SampleSizeForProportionsInput[]
  expect(wrong.map((input) => messageOf(() => sampleSizeForProportions(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: sampleSizeForProportions() expects two rates, and got 0.1 twice.",
      "RangeError: sampleSizeForProportions() expects rates within 0..1, and got -0.1.",
      "RangeError: sampleSizeForProportions() expects rates within 0..1, and got NaN.",
      "RangeError: sampleSizeForProportions() expects a power above 0 and below 1, and got 1.",
      "RangeError: sampleSizeForProportions() expects an alpha above 0 and below 1, and got 0.",
      "RangeError: sampleSizeForProportions() expects a power above alpha, 0.05, and got 0.05.",
      "RangeError: sampleSizeForProportions() expects the alternative 'two-sided' or 'one-sided', and got "greater".",
    ]
  `)
})
