import { expect, test } from 'vitest'
import { codeMatchers, messageOf, reply } from './code-matchers.js'

const { inTrial, scores } = codeMatchers()
const used = reply({ usage: { inputTokens: 1_000, outputTokens: 500 } })

test('counts input and output', async () => {
  await inTrial(() => {
    expect(used).toUseTokensAtMost(1_500)
    expect(used).not.toUseTokensAtMost(1_499)
    expect.soft(used).toUseTokensAtMost(2_000)
  })
  expect(scores()[0]).toMatchObject({ metric: 'tokens', unit: 'tokens', value: 1_500, threshold: 1_500, passed: true })
  expect(scores().map(({ passed }) => passed)).toEqual([true, true, true])
})

test('says limit and tokens', () =>
  inTrial(() => {
    expect(messageOf(() => expect(used).toUseTokensAtMost(1_000))).toBe(`expect(reply).toUseTokensAtMost(1000)

Expected: at most 1000 tokens
Received: 1500 (1000 in, 500 out)`)
  }))

test('refuses a reply that does not say both, and a limit that is none', () =>
  inTrial(() => {
    const refuses = (received: unknown, limit: number, message: string) =>
      expect(() => {
        expect(received).toUseTokensAtMost(limit)
      }).toThrow(message)
    refuses(reply(), 1, 'Return from the assistant `{ text, usage: { inputTokens, outputTokens } }`')
    refuses(reply({ usage: { outputTokens: 5 } }), 10, 'does not say how many tokens')
    refuses(used, 0, 'a limit in tokens above 0, got 0')
    refuses('text', 1, 'a bare string has no tokens')
  }))
