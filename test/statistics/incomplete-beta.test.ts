import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaFactor, incompleteBeta } from '../../src/statistics/incomplete-beta.js'
import { expectClose } from '../support/expect-close.js'

/** a, b, x, lower, upper: mpmath 1.3.0, 60 digits. */
const REFERENCE: [number, number, number, number, number][] = [
  [2, 3, 0.25, 0.26171875, 0.73828125],
  [0.5, 0.5, 0.1, 0.20483276469913345, 0.7951672353008665],
  [5, 0.5, 0.9, 0.3166429150200123, 0.6833570849799877],
  [0.5, 100, 1e-5, 0.035626150218479605, 0.9643738497815204],
  [1e3, 2e3, 0.3, 4.0738279160507714e-5, 0.9999592617208395],
  [1e3, 2e3, 0.4, 0.9999999999999766, 2.3472382410688977e-14],
  [0.01, 0.02, 0.5, 0.6667194610412722, 0.3332805389587278],
  [30, 1, 0.5, 9.313225746154785e-10, 0.9999999990686774],
  [0.001, 5, 0.9, 0.9999999978133168, 2.1866831532492274e-9],
  [4.5, 0.5, 1e-60, 2.5868993924777903e-271, 1],
]

test.for(REFERENCE)('with %d and %d at %d is that of mpmath', ([a, b, x, lower, upper]) => {
  const found = incompleteBeta({ a, b, x, y: 1 - x })
  expectClose(found.lower, lower, 1e-12)
  expectClose(found.upper, upper, 1e-12)
})

test('reaches both ends', () => {
  expect(incompleteBeta({ a: 2, b: 3, x: 0, y: 1 })).toEqual({ lower: 0, upper: 1 })
  expect(incompleteBeta({ a: 2, b: 3, x: 1, y: 0 })).toEqual({ lower: 1, upper: 0 })
})

test('is mirrored with the parameters, is xᵃ for b = 1, and obeys the recurrence in a', () => {
  const size = fc.double({ min: 1e-2, max: 300, noNaN: true })
  fc.assert(
    fc.property(size, size, fc.double({ min: 1e-3, max: 0.999, noNaN: true }), (a, b, x) => {
      const y = 1 - x
      const { lower, upper } = incompleteBeta({ a, b, x, y })
      const mirrored = incompleteBeta({ a: b, b: a, x: y, y: x })
      expect(mirrored.lower).toBeCloseTo(upper, 12)
      expect(mirrored.upper).toBeCloseTo(lower, 12)
      expectClose(incompleteBeta({ a, b: 1, x, y }).lower, x ** a, 1e-11)
      // DLMF 8.17.20: Iₓ(a, b) = Iₓ(a + 1, b) + xᵃ yᵇ / (a B(a, b))
      const next = incompleteBeta({ a: a + 1, b, x, y }).lower
      expect(next + betaFactor({ a, b, x, y }).value / a).toBeCloseTo(lower, 11)
    }),
  )
})
