import { expect, test } from 'vitest'
import { logit, probability } from '../../../src/judges/local/logistic-model.js'

test('a logit is the constant, and each number by its weight', () => {
  expect(logit([2, 3], [1, 10, 100])).toBe(321)
  expect(logit([], [1])).toBe(1)
})

test('a probability is 0.5 without evidence, and stays in 0..1', () => {
  expect(probability(logit([0, 0], [0, 1, 1]))).toBe(0.5)
  expect(probability(1e6)).toBe(1)
  expect(probability(-1e6)).toBe(0)
})
