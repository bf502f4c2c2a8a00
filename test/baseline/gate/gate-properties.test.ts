import fc from 'fast-check'
import { expect, test } from 'vitest'
import { casesOf, verdictOn } from './suite-of.js'

const policies = fc.constantFrom('auto' as const, 'statistical' as const)
const milli = (min: number, max: number) => fc.integer({ min, max }).map((n) => n / 1000)

const shapes = fc.tuple(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 4 }))

/** Suites of equal shape on both sides. */
function suitesOf([cases, trials]: [cases: number, trials: number], score: fc.Arbitrary<number>) {
  const ofCase = fc.array(score, { minLength: trials, maxLength: trials })
  const values = fc.array(ofCase, { minLength: cases, maxLength: cases })
  return fc.record({ before: values, after: values })
}

const suites = shapes.chain((shape) => suitesOf(shape, milli(300, 900)))

const missing = fc.array(fc.array(fc.option(milli(0, 1000)), { minLength: 1, maxLength: 5 }), { maxLength: 14 })

test('never throws, whatever is missing, and every figure is a number', () => {
  fc.assert(
    fc.property(missing, missing, policies, (before, after, policy) => {
      const { outcome, reason, suites: found } = verdictOn(casesOf(before), casesOf(after), { policy })
      expect(outcome).toBeTypeOf('string')
      expect(reason).not.toMatch(/NaN|undefined|Infinity/)
      for (const { metrics } of found) {
        for (const { lower, upper, change, pValue, detectableDrop } of metrics) {
          for (const figure of [lower, upper, change ?? 0, pValue, detectableDrop ?? 0]) expect(figure).not.toBeNaN()
          if (change !== null) expect(lower <= change && change <= upper).toBe(true)
        }
      }
    }),
    // The only case there is was not judged.
    { examples: [[[[0]], [[null]], 'statistical']] },
  )
})

test('does not depend on the order of cases', () => {
  fc.assert(
    fc.property(suites, policies, fc.nat(), ({ before, after }, policy, by) => {
      const turned = <T>(list: T[]) => [...list.slice(by % list.length), ...list.slice(0, by % list.length)].reverse()
      const [a, b] = [casesOf(before), casesOf(after)]
      expect(verdictOn(turned(a), turned(b), { policy })).toEqual(verdictOn(a, b, { policy }))
    }),
  )
})

test('a run that is no worse in any case is never a regression', () => {
  fc.assert(
    fc.property(suites, milli(0, 100), policies, ({ before }, better, policy) => {
      const after = before.map((values) => values.map((value) => value + better))
      expect(['pass', 'inconclusive']).toContain(verdictOn(casesOf(before), casesOf(after), { policy }).outcome)
    }),
  )
})

test('the same run passes wherever its noise leaves room, and is never a regression', () => {
  fc.assert(
    fc.property(suites, policies, ({ before }, policy) => {
      expect(verdictOn(casesOf(before), casesOf(before), { policy }).failed).toBe(false)
    }),
  )
})

test('what falls further does not get a better verdict', () => {
  const order = { regressed: 0, inconclusive: 1, pass: 2 }
  // In hundredths, which rounding leaves as they are. Of one trial in all nothing is known but that it is as it was.
  const centi = (min: number, max: number) => fc.integer({ min, max }).map((n) => n / 100)
  const known = shapes.filter(([cases, trials]) => cases * trials > 1).chain((shape) => suitesOf(shape, centi(30, 90)))
  fc.assert(
    fc.property(known, centi(0, 30), ({ before, after }, drop) => {
      const fallen = after.map((values) => values.map((value) => value - drop))
      const verdictOf = (cases: number[][]) =>
        verdictOn(casesOf(before), casesOf(cases), { policy: 'statistical' }).suites[0]?.metrics[0]?.verdict ?? 'pass'
      expect(order[verdictOf(fallen)]).toBeLessThanOrEqual(order[verdictOf(after)])
    }),
  )
})
