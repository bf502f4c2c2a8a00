import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meanAndVariance } from '../../src/statistics/mean-and-variance.js'
import { expectClose } from '../support/expect-close.js'

test('by hand', () => {
  expect(meanAndVariance({ values: [2, 4, 9] })).toEqual({ mean: 5, variance: 13 })
  expect(meanAndVariance({ values: [7] })).toEqual({ mean: 7, variance: 0 })
  expect(meanAndVariance({ values: [] }).mean).toBeNaN()
})

test('keeps its digits far from 0', () => {
  expect(meanAndVariance({ values: [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16] })).toEqual({ mean: 1e9 + 10, variance: 30 })
})

test('what differs by its own rounding alone does not vary', () => {
  expect(meanAndVariance({ values: [0.3, 0.1 + 0.2] }).variance).toBe(0)
  expect(meanAndVariance({ values: Array.from({ length: 7 }, () => 0.1) }).variance).toBe(0)
})

test('the variance does not move with the values, and grows by the square of their scale', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 })
  fc.assert(
    fc.property(values, fc.integer({ min: -1000, max: 1000 }), (values, shift) => {
      const { mean, variance } = meanAndVariance({ values })
      expectClose(meanAndVariance({ values: values.map((value) => value + shift) }).variance, variance, 1e-11)
      expectClose(meanAndVariance({ values: values.map((value) => value * 3) }).variance, 9 * variance, 1e-11)
      expect(mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9)
      expect(mean).toBeLessThanOrEqual(Math.max(...values) + 1e-9)
    }),
  )
})
