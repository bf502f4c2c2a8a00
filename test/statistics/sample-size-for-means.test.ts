import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleSizeForMeans, type SampleSizeForMeansInput } from '../../src/statistics/sample-size-for-means.js'
import { tTestPower } from '../../src/statistics/t-test-power.js'
import { expectClose } from '../support/expect-close.js'
import { messageOf } from '../support/message-of.js'

test('Cohen (1988), table 2.4.1: d = 0.5 two-sided at 0.05 with a power of 0.8 takes 64', () => {
  expect(sampleSizeForMeans({ effectSize: 0.5 }).perVariant).toBe(64)
})

test('is at least 2, however large the effect', () => {
  expect(sampleSizeForMeans({ effectSize: 50, alternative: 'one-sided' }).perVariant).toBe(2)
  expect(sampleSizeForMeans({ effectSize: 1e-3 }).perVariant).toBeGreaterThan(1e7)
})

const design = fc.record({
  effectSize: fc.double({ min: 0.05, max: 3, noNaN: true }),
  power: fc.double({ min: 0.3, max: 0.99, noNaN: true }),
  alpha: fc.double({ min: 0.001, max: 0.2, noNaN: true }),
  alternative: fc.constantFrom('two-sided' as const, 'one-sided' as const),
})

test('has the power that was asked for, does not hang on the sign, and grows as the effect shrinks', () => {
  fc.assert(
    fc.property(design, (input) => {
      const { exact, perVariant } = sampleSizeForMeans(input)
      expect(perVariant).toBe(Math.max(2, Math.ceil(exact)))
      const noncentrality = input.effectSize * Math.sqrt(exact / 2)
      expectClose(tTestPower({ ...input, noncentrality, degreesOfFreedom: 2 * exact - 2 }).power, input.power, 1e-8)
      expect(sampleSizeForMeans({ ...input, effectSize: -input.effectSize }).exact).toBe(exact)
      expect(sampleSizeForMeans({ ...input, effectSize: input.effectSize / 2 }).exact).toBeGreaterThan(exact)
    }),
    { numRuns: 30 },
  )
})

test('says what it expected', () => {
  const wrong = [
    { effectSize: 0 },
    { effectSize: NaN },
    { effectSize: Infinity },
    { effectSize: 0.5, power: 0 },
    { effectSize: 0.5, alpha: 1 },
    { effectSize: 0.5, power: 0.01 },
    { effectSize: 0.5, alternative: 'less' },
  ] as SampleSizeForMeansInput[]
  expect(wrong.map((input) => messageOf(() => sampleSizeForMeans(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: sampleSizeForMeans() expects an effect size that is not 0, and got 0.",
      "RangeError: sampleSizeForMeans() expects an effect size that is not 0, and got NaN.",
      "RangeError: sampleSizeForMeans() expects an effect size that is not 0, and got Infinity.",
      "RangeError: sampleSizeForMeans() expects a power above 0 and below 1, and got 0.",
      "RangeError: sampleSizeForMeans() expects an alpha above 0 and below 1, and got 1.",
      "RangeError: sampleSizeForMeans() expects a power above alpha, 0.05, and got 0.01.",
      "RangeError: sampleSizeForMeans() expects the alternative 'two-sided' or 'one-sided', and got "less".",
    ]
  `)
})
