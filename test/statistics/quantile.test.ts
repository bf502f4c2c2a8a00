import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quantile } from '../../src/statistics/quantile.js'

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 })
const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('quantile', () => {
  // Computed with numpy.quantile (method linear).
  const latencies = [0.6415, 1.0209, 0.4505, 1.733, 0.9435, 0.8349, 0.3717, 0.2799, 0.1676, 1.2075, 4.8184, 2.5145]
  test.each([
    { q: 0, expected: 0.1676 },
    { q: 0.25, expected: 0.4308 },
    { q: 0.5, expected: 0.8892 },
    { q: 0.95, expected: 3.551255 },
    { q: 1, expected: 4.8184 },
  ])('interpolates linearly: q = $q', ({ q, expected }) => {
    expect(quantile({ values: latencies, q }).value).toBeCloseTo(expected, 12)
  })

  test('of one value is that value', () => {
    expect(quantile({ values: [7], q: 0.95 })).toEqual({ value: 7 })
  })

  test('that falls on a value is that value, with its sign', () => {
    expect(quantile({ values: [0, -0], q: 0 })).toEqual({ value: -0 })
    expect(quantile({ values: [0, -0], q: 1 })).toEqual({ value: 0 })
  })

  test('leaves its input in order', () => {
    const input = [3, 1, 2]
    quantile({ values: input, q: 0.5 })
    expect(input).toEqual([3, 1, 2])
  })

  test('lies between the smallest and the largest value, and reaches both', () => {
    fc.assert(
      fc.property(values, share, (xs, q) => {
        const { value } = quantile({ values: xs, q })
        expect(value).toBeGreaterThanOrEqual(Math.min(...xs))
        expect(value).toBeLessThanOrEqual(Math.max(...xs))
        expect(quantile({ values: xs, q: 0 }).value).toBe(Math.min(...xs))
        expect(quantile({ values: xs, q: 1 }).value).toBe(Math.max(...xs))
      }),
    )
  })

  test('never falls as q rises, and ignores the order of the values', () => {
    fc.assert(
      fc.property(values, share, share, (xs, one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one]
        expect(quantile({ values: xs, q: low }).value).toBeLessThanOrEqual(quantile({ values: xs, q: high }).value)
        expect(quantile({ values: xs.toReversed(), q: low })).toEqual(quantile({ values: xs, q: low }))
      }),
    )
  })

  test('says what it expected', () => {
    expect(() => quantile({ values: [], q: 0.5 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: quantile() expects at least one value, and got none.]`,
    )
    expect(() => quantile({ values: [1], q: 1.5 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: quantile() expects q within 0..1, and got 1.5.]`,
    )
    expect(() => quantile({ values: [1], q: Number.NaN })).toThrow(RangeError)
    expect(() => quantile({ values: [1, Number.NaN], q: 0.5 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: quantile() expects finite values, and got NaN: leave missing values out.]`,
    )
  })
})
