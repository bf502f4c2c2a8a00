import { expect, test } from 'vitest'
import { TokenEstimate } from '../../src/judge-service/token-estimate.js'

test('careful at first, then by the largest that was seen', () => {
  const estimate = new TokenEstimate()
  expect(estimate.of(300)).toEqual({ inputTokens: 800, outputTokens: 150 })
  estimate.learn(300, { inputTokens: 600, outputTokens: 40 })
  expect(estimate.of(300)).toEqual({ inputTokens: 600, outputTokens: 40 })
  expect(estimate.of(600)).toEqual({ inputTokens: 700, outputTokens: 40 })
  estimate.learn(300, { inputTokens: 500, outputTokens: 90 })
  expect(estimate.of(300)).toEqual({ inputTokens: 600, outputTokens: 90 })
})
