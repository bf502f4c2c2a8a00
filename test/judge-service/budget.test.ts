import { expect, test } from 'vitest'
import { Budget, BudgetError } from '../../src/judge-service/budget.js'

const call = (inputTokens: number, costUsd?: number) => ({
  inputTokens,
  outputTokens: 0,
  ...(costUsd !== undefined && { costUsd }),
})

test('a call is refused before it could exceed what is left, and so is every later one', () => {
  const budget = new Budget({ tokens: 100 })
  budget.settle(budget.reserve(call(40)), call(50))
  const underWay = budget.reserve(call(40))
  expect(() => budget.reserve(call(20))).toThrowErrorMatchingInlineSnapshot(
    `[BudgetError: expected to stay within the budget of 100 tokens, got 50 tokens spent, 40 tokens under way and a call of about 20 tokens next: raise judge({ budget: { tokens } }), or replay what is recorded and run fewer tests at once]`,
  )
  budget.settle(underWay, call(10))
  expect(() => budget.reserve(call(1))).toThrow(BudgetError)
})

test('what a call was expected to take is free again where it failed at no cost', () => {
  const budget = new Budget({ usd: 1 })
  budget.settle(budget.reserve(call(0, 0.9)), undefined)
  expect(budget.reserve(call(0, 1))).toEqual({ usd: 1, tokens: 0 })
  expect(() => budget.reserve(call(0, 0.01))).toThrowErrorMatchingInlineSnapshot(
    `[BudgetError: expected to stay within the budget of $1.0000, got $0.0000 spent, $1.0000 under way and a call of about $0.0100 next: raise judge({ budget: { usd } }), or replay what is recorded and run fewer tests at once]`,
  )
})

test('no limit, no refusal', () => {
  const budget = new Budget({})
  expect(budget.isLimited).toBe(false)
  expect(() => budget.reserve(call(1e12, 1e6))).not.toThrow()
})
