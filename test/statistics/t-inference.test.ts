import { expect, test } from 'vitest'
import { tInference } from '../../src/statistics/t-inference.js'
import { tInterval } from '../../src/statistics/t-interval.js'
import { expectClose } from '../support/expect-close.js'

const sample = { estimate: 3, standardError: 1.5, degreesOfFreedom: 9, confidence: 0.95 }

test('an end of the interval is a null value that is just refused', () => {
  for (const [alternative, end] of [
    ['two-sided', 'lower'],
    ['two-sided', 'upper'],
    ['greater', 'lower'],
    ['less', 'upper'],
  ] as const) {
    const nullValue = tInference({ ...sample, nullValue: 0, alternative })[end]
    expectClose(tInference({ ...sample, nullValue, alternative }).pValue, 0.05, 1e-11)
  }
})

test('both one-sided p-values add up to 1, and the two-sided is twice the smaller', () => {
  const [two, greater, less] = (['two-sided', 'greater', 'less'] as const).map(
    (alternative) => tInference({ ...sample, nullValue: 0, alternative }).pValue,
  )
  expectClose(greater! + less!, 1, 1e-14)
  expectClose(two!, 2 * greater!, 1e-14)
})

test('has no end on the side that it does not look at, and no width without a standard error', () => {
  expect(tInterval({ ...sample, alternative: 'greater' }).upper).toBe(Infinity)
  expect(tInterval({ ...sample, alternative: 'less' }).lower).toBe(-Infinity)
  expect(tInterval({ ...sample, standardError: 0, alternative: 'two-sided' })).toEqual({ lower: 3, upper: 3 })
})
