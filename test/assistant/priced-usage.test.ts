import { expect, test } from 'vitest'
import { pricedUsage } from '../../src/assistant/priced-usage.js'
import { setWorkerWithoutJudge } from '../support/worker-state.js'

const tokens = { inputTokens: 1000, outputTokens: 1000 }

test("prices a known model, by the project's prices first", () => {
  setWorkerWithoutJudge()
  expect(pricedUsage({ ...tokens, model: 'gpt-4.1-mini' })).toEqual({
    ...tokens,
    model: 'gpt-4.1-mini',
    costUsd: 0.002,
  })
  setWorkerWithoutJudge({ prices: { own: { inputPerMillion: 1, outputPerMillion: 1 } } })
  expect(pricedUsage({ ...tokens, model: 'own' }).costUsd).toBe(0.002)
})

test('leaves alone what has a cost, and what has no known price', () => {
  setWorkerWithoutJudge()
  for (const usage of [{ ...tokens, model: 'gpt-4.1-mini', costUsd: 7 }, { ...tokens, model: 'unknown' }, tokens, {}]) {
    expect(pricedUsage(usage)).toBe(usage)
  }
})
