import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalDistribution } from '../../src/statistics/normal-distribution.js'
import { studentTDistribution } from '../../src/statistics/student-t-distribution.js'
import { expectClose } from '../support/expect-close.js'

/** t, degrees of freedom, upper tail: mpmath 1.3.0, 60 digits. */
const REFERENCE: [number, number, number][] = [
  [2, 9, 0.03827641188535052],
  [0.001, 3, 0.49963244748473046],
  [1, 1, 0.25],
  [40, 3, 1.7190340394579263e-5],
  [1e5, 5, 9.490167235394325e-25],
  [1e60, 5, 9.490167245562363e-300],
  [1e200, 1, 3.1830988618379067e-201],
  [1e299, 1, 3.1830988618379064e-300],
  [3.1, 29.25798, 0.002126647370592541],
  [37, 1e3, 8.650394404956531e-190],
  [1.2, 0.3, 0.325531266247612],
  [2.5, 1e5, 0.006210459596279523],
  [2.5, 1e9, 0.006209665405201247],
  [9, 1e12, 1.128588407850459e-19],
  [50, 200, 2.7102877398912426e-115],
]

test.for(REFERENCE)('the tail above %d at %d degrees of freedom is that of mpmath', ([t, degreesOfFreedom, upper]) => {
  expectClose(studentTDistribution({ t, degreesOfFreedom }).upper, upper, 1e-12)
  expectClose(studentTDistribution({ t: -t, degreesOfFreedom }).lower, upper, 1e-12)
})

test('of 1 degree of freedom is the Cauchy distribution, of 2 algebraic, of very many normal', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e3, max: 1e3, noNaN: true }), (t) => {
      expect(studentTDistribution({ t, degreesOfFreedom: 1 }).lower).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 13)
      expect(studentTDistribution({ t, degreesOfFreedom: 2 }).lower).toBeCloseTo(0.5 + t / 2 / Math.sqrt(2 + t * t), 13)
      const { lower } = studentTDistribution({ t, degreesOfFreedom: 1e9 })
      expect(lower).toBeCloseTo(normalDistribution({ z: t }).lower, 8)
    }),
    { numRuns: 50 },
  )
})

test('is symmetric and monotonous, and its parts add up to 1', () => {
  const t = fc.double({ min: -50, max: 50, noNaN: true })
  fc.assert(
    fc.property(t, t, fc.double({ min: 0.1, max: 1e4, noNaN: true }), (one, other, degreesOfFreedom) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)]
      const of = (t: number) => studentTDistribution({ t, degreesOfFreedom })
      expect(of(low).lower).toBeLessThanOrEqual(of(high).lower + 1e-13)
      expect(of(low).lower).toBe(of(-low).upper)
      expect(of(low).lower + of(low).upper).toBeCloseTo(1, 13)
      expect(of(low).central + 2 * Math.min(of(low).lower, of(low).upper)).toBeCloseTo(1, 13)
    }),
  )
})

test('reaches both ends, and says what it expected', () => {
  expect(studentTDistribution({ t: Infinity, degreesOfFreedom: 3 })).toEqual({ lower: 1, upper: 0, central: 1 })
  expect(() => studentTDistribution({ t: NaN, degreesOfFreedom: 3 })).toThrow('a number t')
  expect(() => studentTDistribution({ t: 1, degreesOfFreedom: 0 })).toThrow('degrees of freedom above 0, and got 0')
})
