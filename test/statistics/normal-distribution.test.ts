import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalDistribution } from '../../src/statistics/normal-distribution.js'
import { normalQuantile } from '../../src/statistics/normal-quantile.js'
import { expectClose } from '../support/expect-close.js'

/** Upper tails: mpmath 1.3.0, 60 digits. That at 38 has few digits as a number. */
const REFERENCE: [number, number, number][] = [
  [0, 0.5, 1e-15],
  [1e-8, 0.4999999960105772, 1e-13],
  [0.5, 0.3085375387259869, 1e-13],
  [1, 0.15865525393145705, 1e-13],
  [1.7, 0.04456546275854304, 1e-13],
  [1.96, 0.024997895148220435, 1e-13],
  [3, 0.0013498980316300946, 1e-13],
  [6, 9.86587645037698e-10, 1e-13],
  [10, 7.619853024160525e-24, 1e-13],
  [20, 2.7536241186062337e-89, 1e-13],
  [30, 4.906713927148187e-198, 1e-13],
  [37, 5.725571222524577e-300, 1e-13],
  [38, 2.88542835e-316, 1e-7],
]

test.for(REFERENCE)('the tail above %d is that of mpmath, and so is that below its opposite', ([z, upper, error]) => {
  expectClose(normalDistribution({ z }).upper, upper, error)
  expectClose(normalDistribution({ z: -z }).lower, upper, error)
})

test('is the inverse of the quantile', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 0.5, noNaN: true }), (p) => {
      expectClose(normalDistribution({ z: normalQuantile({ p }).value }).lower, p, 1e-11)
    }),
  )
})

test('is monotonous, and adds up to 1', () => {
  const number = fc.double({ min: -40, max: 40, noNaN: true })
  fc.assert(
    fc.property(number, number, (one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)].map((z) => normalDistribution({ z }))
      expect(low!.lower).toBeLessThanOrEqual(high!.lower + 1e-15)
      expect(low!.lower + low!.upper).toBeCloseTo(1, 15)
    }),
  )
})

test('reaches both ends, and refuses NaN', () => {
  expect(normalDistribution({ z: -Infinity })).toEqual({ lower: 0, upper: 1 })
  expect(normalDistribution({ z: Infinity })).toEqual({ lower: 1, upper: 0 })
  expect(() => normalDistribution({ z: NaN })).toThrow(RangeError)
})
