import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalQuantile } from '../../src/statistics/normal-quantile.js'

// Computed with `statistics.NormalDist().inv_cdf` of Python 3.11.
test.each([
  [1e-300, -37.0470962993612],
  [1e-20, -9.262340089798405],
  [1e-9, -5.9978070150076865],
  [1e-5, -4.2648907939228256],
  [0.001, -3.090232306167813],
  [0.025, -1.9599639845400538],
  [0.075, -1.4395314709384557],
  [0.2, -0.8416212335729142],
  [0.7, 0.5244005127080407],
  [0.9, 1.2815515655446008],
  [0.95, 1.6448536269514715],
  [0.975, 1.9599639845400536],
  [0.995, 2.5758293035489],
  [0.999999, 4.753424308817089],
])('of %d', (p, expected) => {
  expect(Math.abs(normalQuantile({ p }).value / expected - 1)).toBeLessThan(1e-14)
})

test('reaches the middle and both ends', () => {
  expect([0, 0.5, 1].map((p) => normalQuantile({ p }).value)).toEqual([-Infinity, 0, Infinity])
})

test('rises with p, and is symmetric', () => {
  const p = fc.double({ min: 1e-12, max: 0.5, noNaN: true })
  fc.assert(
    fc.property(p, p, (one, other) => {
      const { value } = normalQuantile({ p: one })
      if (one < other) expect(value).toBeLessThanOrEqual(normalQuantile({ p: other }).value)
      // 1 − p is not exact, and the tail is steep.
      expect(Math.abs(normalQuantile({ p: 1 - one }).value + value)).toBeLessThan(1e-4)
    }),
  )
})

test.each([-0.1, 1.1, Number.NaN])('refuses %d', (p) => {
  expect(() => normalQuantile({ p })).toThrow(new RangeError(`normalQuantile() expects p within 0..1, and got ${p}.`))
})
