import fc from 'fast-check'
import { expect, test } from 'vitest'
import { welchTTest, type WelchTTestInput } from '../../src/statistics/welch-t-test.js'
import { expectClose } from '../support/expect-close.js'
import { messageOf } from '../support/message-of.js'

const a = [1.1, 2.3, 3.7, 0.4, 5.9, 7.1]
const b = [2.2, 3.3, 4.1, 6.1]

/** scipy.stats.ttest_ind(equal_var=False) of SciPy 1.17.1, with its interval at 90 %. */
const REFERENCE = [
  { alternative: 'two-sided', pValue: 0.7191498102712571, lower: -3.045663628089312, upper: 2.028996961422645 },
  { alternative: 'greater', pValue: 0.6404250948643715, lower: -2.41422997074651, upper: Infinity },
  { alternative: 'less', pValue: 0.35957490513562856, lower: -Infinity, upper: 1.3975633040798434 },
] as const

test.for(REFERENCE)('$alternative: as by SciPy', ({ alternative, pValue, lower, upper }) => {
  const found = welchTTest({ a, b, confidence: 0.9, alternative })
  expectClose(found.statistic, -0.37257093183939727, 1e-12)
  expectClose(found.degreesOfFreedom, 7.995742200787956, 1e-12)
  expectClose(found.pValue, pValue, 1e-12)
  expectClose(found.lower, lower, 1e-12)
  expectClose(found.upper, upper, 1e-12)
})

test('holds a difference other than 0 against the data', () => {
  const moved = welchTTest({ a: a.map((value) => value + 2), b, alternative: 'less' })
  expectClose(welchTTest({ a, b, alternative: 'less', nullDifference: -2 }).pValue, moved.pValue, 1e-12)
})

const sample = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 20 })
const varied = sample.filter((values) => new Set(values).size > 1)

test('does not change with order, shift or scale; is mirrored with the samples swapped', () => {
  fc.assert(
    fc.property(varied, sample, fc.integer({ min: -500, max: 500 }), (a, b, shift) => {
      const found = welchTTest({ a, b })
      const turned = welchTTest({ a: [...a].reverse(), b: [...b].reverse() })
      expectClose(turned.pValue, found.pValue, 1e-9)
      const changed = welchTTest({ a: a.map((x) => 3 * x + shift), b: b.map((x) => 3 * x + shift) })
      expect(changed.pValue).toBeCloseTo(found.pValue, 9)
      expect(changed.upper).toBeCloseTo(3 * found.upper, 6)
      const swapped = welchTTest({ a: b, b: a })
      expect(swapped.statistic).toBeCloseTo(-found.statistic, 9)
      expect(swapped.lower).toBeCloseTo(-found.upper, 6)
    }),
  )
})

test('refuses at 5 % where the 95 % interval leaves 0 out; one-sided p-values add up to 1', () => {
  fc.assert(
    fc.property(varied, sample, (a, b) => {
      const { pValue, lower, upper, difference, degreesOfFreedom } = welchTTest({ a, b })
      expect(pValue < 0.05).toBe(lower > 0 || upper < 0)
      expect(difference).toBeGreaterThanOrEqual(lower)
      expect(difference).toBeLessThanOrEqual(upper)
      expect(degreesOfFreedom).toBeLessThanOrEqual((a.length + b.length - 2) * (1 + 1e-12))
      expect(degreesOfFreedom).toBeGreaterThanOrEqual(Math.min(a.length, b.length) - 1 - 1e-9)
      const [greater, less] = (['greater', 'less'] as const).map(
        (alternative) => welchTTest({ a, b, alternative }).pValue,
      )
      expect(greater! + less!).toBeCloseTo(1, 12)
      expect(2 * Math.min(greater!, less!)).toBeCloseTo(pValue, 12)
    }),
  )
})

test('says what it expected', () => {
  const wrong = [
    { a: [], b },
    { a: [1], b },
    { a, b: [1] },
    { a: [1, NaN], b },
    { a, b: [1, Infinity] },
    { a: [2, 2], b: [3, 3, 3] },
    { a: [0.1 + 0.2, 0.3], b: [0.3, 0.3] },
    { a, b, confidence: 1 },
    { a, b, alternative: 'smaller' },
    { a, b, nullDifference: NaN },
  ] as WelchTTestInput[]
  expect(wrong.map((input) => messageOf(() => welchTTest(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: welchTTest() expects at least 2 values in a, and got 0.",
      "RangeError: welchTTest() expects at least 2 values in a, and got 1.",
      "RangeError: welchTTest() expects at least 2 values in b, and got 1.",
      "RangeError: welchTTest() expects finite values, and got NaN: leave missing values out.",
      "RangeError: welchTTest() expects finite values, and got Infinity: leave missing values out.",
      "RangeError: welchTTest() expects values that vary, and got one value repeated in either sample.",
      "RangeError: welchTTest() expects values that vary, and got one value repeated in either sample.",
      "RangeError: welchTTest() expects a confidence above 0 and below 1, and got 1.",
      "RangeError: welchTTest() expects the alternative 'two-sided', 'greater' or 'less', and got "smaller".",
      "RangeError: welchTTest() expects finite values, and got NaN: leave missing values out.",
    ]
  `)
})
