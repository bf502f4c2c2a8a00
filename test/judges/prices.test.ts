import { expect, test } from 'vitest'
import { costOf, PRICES_AS_OF } from '../../src/judges/prices.js'

const usage = { inputTokens: 1_000_000, outputTokens: 500_000 }
const expectCost = (model: string, cost: number | undefined) => {
  const found = costOf({ usage, model })
  if (cost === undefined) expect(found).toBeUndefined()
  else expect(found).toBeCloseTo(cost, 12)
}

test.for([
  ['gpt-4.1-mini', 1.2],
  ['gpt-4.1-mini-2025-04-14', 1.2],
  ['openai/gpt-4.1-mini', 1.2],
  ['openrouter/openai/gpt-4.1-mini-2025-04-14', 1.2],
  ['claude-sonnet-4-20250514', 10.5],
  ['claude-sonnet-4@20250514', 10.5],
  ['claude-sonnet-4-5-20250929', 10.5],
  // A dated variant of a price of its own.
  ['gpt-4o-2024-05-13', 12.5],
  ['gpt-4o-2024-08-06', 7.5],
] as const)('knows %s', ([model, cost]) => {
  expectCost(model, cost)
})

test.for(['gpt-4.1-mini-preview', 'my-gpt-4.1-mini', 'gpt-4.1-mini-0414', 'constructor', '', 'openai/'])(
  'does not know %s',
  (model) => {
    expectCost(model, undefined)
  },
)

test("takes the user's price before the list, for dated and prefixed names too", () => {
  const prices = { 'gpt-4.1-mini': { inputPerMillion: 1, outputPerMillion: 2 }, own: zero }
  expect(costOf({ usage, model: 'openai/gpt-4.1-mini-2025-04-14', prices })).toBe(2)
  expect(costOf({ usage, model: 'own', prices })).toBe(0)
  expect(costOf({ usage, model: 'gpt-4o', prices })).toBe(7.5)
})

const zero = { inputPerMillion: 0, outputPerMillion: 0 }

test('knows no cost where not all tokens are known', () => {
  for (const partial of [{}, { inputTokens: 5 }, { outputTokens: 5 }, { inputTokens: NaN, outputTokens: 5 }]) {
    expect(costOf({ usage: partial, model: 'gpt-4o' })).toBeUndefined()
  }
})

test('is dated', () => {
  expect(PRICES_AS_OF).toMatch(/^\d{4}-\d{2}-\d{2}$/)
})
