import fc from 'fast-check'
import { expect, test } from 'vitest'
import { studentTDistribution } from '../../src/statistics/student-t-distribution.js'
import { studentTQuantile } from '../../src/statistics/student-t-quantile.js'
import { expectClose } from '../support/expect-close.js'

/** p, degrees of freedom, quantile: mpmath 1.3.0, 60 digits. */
const REFERENCE: [number, number, number][] = [
  [0.025, 9, -2.2621571627982053],
  [0.05, 1, -6.313751514675043],
  [1e-10, 3, -2225.7692846830932],
  [1e-300, 1, -3.1830988618379066e299],
  [1e-300, 5, -1.5683925590993378e60],
  [0.25, 2.5, -0.7850136829923011],
  [0.249, 2.5, -0.7890852511180884],
  [0.4999999, 7, -2.597460275720376e-7],
  [0.1, 1e5, -1.281560031449361],
  [0.005, 14.7, -2.9552672258349917],
  [0.3, 0.2, -3.0721699761118324],
  [1e-5, 1e6, -4.264911254069659],
  [0.45, 29, -0.1267666056202748],
]

test.for(REFERENCE)('of %d at %d degrees of freedom is that of mpmath', ([p, degreesOfFreedom, expected]) => {
  expectClose(studentTQuantile({ p, degreesOfFreedom }).value, expected, 5e-12)
})

test('is the inverse of the distribution, and odd around ½', () => {
  const p = fc.double({ min: 1e-12, max: 0.4999, noNaN: true })
  fc.assert(
    fc.property(p, fc.double({ min: 0.5, max: 1e4, noNaN: true }), (p, degreesOfFreedom) => {
      const { value: t } = studentTQuantile({ p, degreesOfFreedom })
      expectClose(studentTDistribution({ t, degreesOfFreedom }).lower, p, 1e-10)
      // A p close to 1 has lost digits itself.
      if (p > 0.01) expectClose(studentTQuantile({ p: 1 - p, degreesOfFreedom }).value, -t, 1e-10)
    }),
  )
})

test('is 0 in the middle and infinite at the ends', () => {
  const values = [0, 0.5, 1].map((p) => studentTQuantile({ p, degreesOfFreedom: 4 }).value)
  expect(values).toEqual([-Infinity, 0, Infinity])
})

test('says what it expected', () => {
  expect(() => studentTQuantile({ p: 1.1, degreesOfFreedom: 4 })).toThrow('p within 0..1, and got 1.1')
  expect(() => studentTQuantile({ p: 0.5, degreesOfFreedom: -1 })).toThrow('degrees of freedom above 0, and got -1')
})
