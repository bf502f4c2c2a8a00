import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gammaFactor, incompleteGamma } from '../../src/statistics/incomplete-gamma.js'
import { expectClose } from '../support/expect-close.js'

/** a, x, lower, upper: mpmath 1.3.0, 60 digits. */
const REFERENCE: [number, number, number, number][] = [
  [0.5, 2, 0.9544997361036416, 0.04550026389635842],
  [0.5, 1e-10, 1.1283791670579e-5, 0.9999887162083294],
  [1, 700, 1, 9.85967654375977e-305],
  [2.5, 0.001, 9.50853459860795e-9, 0.9999999904914654],
  [3, 3.9, 0.7468748973702161, 0.2531251026297839],
  [3, 4.1, 0.7761860186992143, 0.2238139813007857],
  [50, 10, 1.8547268838697993e-19, 1],
  [50, 200, 1, 1.6927979958857087e-37],
  [1e4, 1e4, 0.5013298083399552, 0.4986701916600448],
  [1e4, 9e3, 2.073299202433928e-25, 1],
  [1e4, 1.2e4, 1, 3.3272024923451615e-79],
  [0.01, 0.5, 0.9943732438060329, 0.0056267561939671844],
  [500, 1199.2, 1, 2.5513317328630986e-116],
]

test.for(REFERENCE)('P and Q(%d, %d) are those of mpmath', ([a, x, lower, upper]) => {
  const found = incompleteGamma({ a, x })
  expectClose(found.lower, lower, 1e-12)
  expectClose(found.upper, upper, 1e-12)
})

test('reaches both ends', () => {
  expect(incompleteGamma({ a: 2, x: 0 })).toEqual({ lower: 0, upper: 1 })
  expect(incompleteGamma({ a: 2, x: Infinity })).toEqual({ lower: 1, upper: 0 })
  expect(incompleteGamma({ a: 0.5, x: 1e4 }).upper).toBe(0)
})

test('of a = 1 is the exponential distribution; grows with x; and adds up to 1', () => {
  const size = fc.double({ min: 1e-3, max: 500, noNaN: true })
  fc.assert(
    fc.property(size, size, (a, x) => {
      const { lower, upper } = incompleteGamma({ a, x })
      expect(lower + upper).toBeCloseTo(1, 14)
      expect(incompleteGamma({ a, x: x * 1.01 }).lower).toBeGreaterThanOrEqual(lower - 1e-14)
      expectClose(incompleteGamma({ a: 1, x }).upper, Math.exp(-x), 1e-12)
      // P(a, x) − P(a + 1, x) = xᵃ e⁻ˣ / Γ(a + 1)
      expect(lower - incompleteGamma({ a: a + 1, x }).lower).toBeCloseTo(gammaFactor({ a, x }).value, 12)
    }),
  )
})
