import { expect, test } from 'vitest'
import { codeMatchers, messageOf, reply } from './code-matchers.js'

const { inTrial, scores, replies } = codeMatchers({
  prices: { 'acme-1': { inputPerMillion: 10, outputPerMillion: 20 } },
})
const usage = { inputTokens: 1_000, outputTokens: 500 }

test('takes the cost as returned, else by the price of the model', async () => {
  await inTrial(() => {
    expect(reply({ usage: { costUsd: 0.002 } })).toCostAtMost(0.002)
    expect(reply({ usage: { ...usage, model: 'gpt-4.1-mini' } })).toCostAtMost(0.0013)
    expect(reply({ usage: { ...usage, model: 'acme-1' } })).not.toCostAtMost(0.0199)
    expect(reply({ text: '', usage: { costUsd: 0 } })).toCostAtMost(0.001)
  })
  expect(scores().map(({ value, passed }) => [Number(value?.toPrecision(12)), passed])).toEqual([
    [0.002, true],
    [0.0012, true],
    [0.02, true],
    [0, true],
  ])
  expect(scores()[0]).toEqual({
    metric: 'cost',
    unit: 'usd',
    value: 0.002,
    threshold: 0.002,
    negated: false,
    passed: true,
    rationale: 'cost $0.002',
    judge: { name: 'usage', kind: 'code', fingerprint: '1' },
    expectation: {},
    reply: 0,
  })
  expect(replies()[1]?.usage).toEqual({ ...usage, model: 'gpt-4.1-mini', costUsd: 0.0012 })
})

test('says limit and cost', () =>
  inTrial(() => {
    expect(messageOf(() => expect(reply({ usage: { ...usage, model: 'gpt-4o' } })).toCostAtMost(0.001))).toBe(
      `expect(reply).toCostAtMost(0.001)

Expected: a cost of at most $0.001
Received: $0.0075 (1000 tokens in, 500 out, "gpt-4o")`,
    )
    expect(messageOf(() => expect(reply({ usage: { costUsd: 0.5 } })).not.toCostAtMost(1))).toBe(
      `expect(reply).not.toCostAtMost(1)

Expected: a cost of more than $1
Received: $0.5`,
    )
  }))

test('refuses what has no known cost, and says how to give it', () =>
  inTrial(() => {
    const refuses = (received: unknown, message: string, usd = 1) =>
      expect(() => {
        expect(received).toCostAtMost(usd)
      }).toThrow(message)
    const how =
      'Return from the assistant `{ text, usage: { inputTokens, outputTokens, model } }`, or what it cost, `usage: { costUsd }`'
    refuses(reply(), `toCostAtMost: this reply does not say what it cost. ${how}`)
    refuses(reply({ usage }), how)
    refuses(reply({ usage: { inputTokens: 5, model: 'gpt-4o' } }), how)
    refuses(reply({ usage: { ...usage, model: 'acme-2' } }), 'no price is known for the model "acme-2"')
    refuses(reply({ usage: { costUsd: NaN } }), 'as 0 or more, got NaN')
    refuses('text', 'a bare string has no cost')
    refuses(reply({ usage: { costUsd: 1 } }), 'a limit in US dollars above 0, got 0', 0)
    expect(scores()).toEqual([])
  }))
