import { expect, test } from 'vitest'
import { normalQuantile } from '../../src/statistics/normal-quantile.js'

/** scipy.special.ndtri of SciPy 1.17.1: one or more in each of the three ranges, and on both sides of their borders. */
const REFERENCE: [number, number][] = [
  [1e-300, -37.0470962993612],
  [1e-20, -9.262340089798409],
  [1e-10, -6.361340902404056],
  [0.001, -3.090232306167813],
  [0.025, -1.9599639845400545],
  [0.0749, -1.4402382675279635],
  [0.075, -1.4395314709384563],
  [0.3, -0.5244005127080409],
  [0.7, 0.5244005127080407],
  [0.9, 1.2815515655446004],
  [0.975, 1.959963984540054],
  [0.9999, 3.719016485455709],
]

test.for(REFERENCE)('of %d is that of SciPy', ([p, expected]) => {
  expect(Math.abs(normalQuantile({ p }).value / expected - 1)).toBeLessThan(1e-14)
})

test('is 0 in the middle and infinite at the ends', () => {
  expect([0, 0.5, 1].map((p) => normalQuantile({ p }).value)).toEqual([-Infinity, 0, Infinity])
})

test.for([-0.1, 1.1, NaN])('refuses %d', (p) => {
  expect(() => normalQuantile({ p })).toThrow(RangeError)
})
