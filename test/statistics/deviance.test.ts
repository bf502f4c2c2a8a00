import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviance } from '../../src/statistics/deviance.js'
import { expectClose } from '../support/expect-close.js'

test('is x·ln(x / mean) + mean − x', () => {
  expectClose(deviance({ x: 3, mean: 4 }).value, 0.1369537826446572, 1e-14)
  expectClose(deviance({ x: 10, mean: 1 }).value, 14.025850929940457, 1e-14)
  expect(deviance({ x: 0, mean: 2.5 }).value).toBe(2.5)
  expect(deviance({ x: 7, mean: 7 }).value).toBe(0)
})

test('keeps its digits where the terms take each other away', () => {
  // (mean − x)² / 2x · (1 − 2/3 · v + …) with v = (mean − x) / x.
  expectClose(deviance({ x: 1e6, mean: 1e6 + 1 }).value, 4.999996666669167e-7, 1e-12)
})

test('takes a difference that is known to more digits', () => {
  expectClose(deviance({ x: 1e18, mean: 1e18, excess: 1 }).value, 5e-19, 1e-12)
})

test('is nowhere below 0, and is the same formula on both sides of its border', () => {
  const size = fc.double({ min: 1e-3, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(size, fc.double({ min: 0.4, max: 2.2, noNaN: true }), (x, ratio) => {
      const { value } = deviance({ x, mean: x * ratio })
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value / x).toBeCloseTo(ratio - 1 - Math.log(ratio), 10)
    }),
  )
})
