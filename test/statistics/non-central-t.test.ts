import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nonCentralT } from '../../src/statistics/non-central-t.js'
import { studentTDistribution } from '../../src/statistics/student-t-distribution.js'
import { expectClose } from '../support/expect-close.js'

/** t, degrees of freedom, noncentrality, lower, upper: the defining integral by mpmath 1.3.0, 40 digits. */
const REFERENCE: [number, number, number, number, number][] = [
  [2, 9, 3, 0.16933610474273444, 0.8306638952572656],
  [2, 9, 0, 0.9617235881146495, 0.03827641188535052],
  [1.96, 784, 2.8, 0.20056705057554597, 0.799432949424454],
  [-2, 9, 3, 2.7354379851382952e-6, 0.9999972645620149],
  [12.7, 1, 3, 0.8138032180076041, 0.1861967819923959],
  [5, 3, 40, 5.589002877453743e-37, 1],
  [2.5, 30, -1, 0.999547820343848, 0.0004521796561519194],
  [3, 100, 8, 4.882157648798093e-7, 0.9999995117842351],
  [1.97, 5000, 3.2, 0.10937479050117038, 0.8906252094988296],
  [2, 2.2, 1.7, 0.5149898821511761, 0.48501011784882386],
  [80, 1, 100, 0.21133521898010746, 0.7886647810198925],
  [30, 12, 2, 0.9999999997388492, 2.6115072059023553e-10],
]

test.for(REFERENCE)('at %d with %d degrees of freedom and a noncentrality of %d is that of mpmath', (row) => {
  const [t, degreesOfFreedom, noncentrality, lower, upper] = row
  const found = nonCentralT({ t, degreesOfFreedom, noncentrality })
  expectClose(found.lower, lower, 1e-11)
  expectClose(found.upper, upper, 1e-11)
})

const t = fc.double({ min: -8, max: 8, noNaN: true })
const degreesOfFreedom = fc.double({ min: 1, max: 500, noNaN: true })

test('is Student’s t without noncentrality', () => {
  fc.assert(
    fc.property(t, degreesOfFreedom, (t, degreesOfFreedom) => {
      const central = studentTDistribution({ t, degreesOfFreedom })
      expectClose(nonCentralT({ t, degreesOfFreedom, noncentrality: 0 }).upper, central.upper, 1e-10)
    }),
    { numRuns: 50 },
  )
})

test('moves up with the noncentrality, adds up to 1, and is mirrored with its sign', () => {
  fc.assert(
    fc.property(
      t,
      degreesOfFreedom,
      fc.double({ min: -6, max: 6, noNaN: true }),
      (t, degreesOfFreedom, noncentrality) => {
        const found = nonCentralT({ t, degreesOfFreedom, noncentrality })
        expect(found.lower + found.upper).toBeCloseTo(1, 12)
        const further = nonCentralT({ t, degreesOfFreedom, noncentrality: noncentrality + 0.1 })
        expect(further.upper).toBeGreaterThanOrEqual(found.upper - 1e-12)
        const mirrored = nonCentralT({ t: -t, degreesOfFreedom, noncentrality: -noncentrality })
        expect(mirrored.lower).toBeCloseTo(found.upper, 12)
      },
    ),
    { numRuns: 50 },
  )
})

test('says what it expected', () => {
  expect(() => nonCentralT({ t: NaN, degreesOfFreedom: 3, noncentrality: 1 })).toThrow('finite values, and got NaN')
  expect(() => nonCentralT({ t: 1, degreesOfFreedom: 0, noncentrality: 1 })).toThrow('degrees of freedom above 0')
})
