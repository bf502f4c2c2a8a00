import { expect, test } from 'vitest'
import { tailPValue } from '../../src/statistics/tail-p-value.js'

test('is one tail, or twice the smaller, at most 1', () => {
  const tails = { lower: 0.99, upper: 0.02 }
  expect(tailPValue({ ...tails, alternative: 'greater' }).pValue).toBe(0.02)
  expect(tailPValue({ ...tails, alternative: 'less' }).pValue).toBe(0.99)
  expect(tailPValue({ ...tails, alternative: 'two-sided' }).pValue).toBe(0.04)
  expect(tailPValue({ lower: 0.6, upper: 0.7, alternative: 'two-sided' }).pValue).toBe(1)
  expect(tailPValue({ lower: 1 + 2e-16, upper: 0, alternative: 'less' }).pValue).toBe(1)
})
