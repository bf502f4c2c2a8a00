import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logGamma, stirlingCorrection } from '../../src/statistics/log-gamma.js'

/** mpmath 1.3.0, 60 digits. */
const REFERENCE: [number, number][] = [
  [1e-300, 690.7755278982137],
  [1e-10, 23.025850929882736],
  [0.001, 6.907178885383853],
  [0.5, 0.5723649429247001],
  [1, 0],
  [1.5, -0.12078223763524522],
  [2, 0],
  [9.99, 12.779315214350193],
  [10, 12.801827480081469],
  [25.5, 56.389167643719944],
  [171, 706.5730622457874],
  [1e4, 82099.71749644238],
  [1e10, 220258509288.81058],
  [1e100, 2.2925850929940456e102],
]

test.for(REFERENCE)('of %d is that of mpmath', ([x, expected]) => {
  const error = Math.abs(logGamma({ x }).value - expected)
  expect(error).toBeLessThanOrEqual(4e-15 * Math.max(1, Math.abs(expected)))
})

test('grows by the logarithm of x from x to x + 1', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (x) => {
      const step = logGamma({ x: x + 1 }).value - logGamma({ x }).value
      expect(step).toBeCloseTo(Math.log(x), 10)
    }),
  )
})

test('the correction falls towards 1 / 12x', () => {
  expect(stirlingCorrection({ x: 1e6 }).value * 12e6).toBeCloseTo(1, 12)
  // 9.9 goes by the recurrence, 10 by the series.
  expect(stirlingCorrection({ x: 9.999999999 }).value).toBeCloseTo(stirlingCorrection({ x: 10 }).value, 11)
})
