import { assertInCode, type CodeAssertion } from './assert-in-code.js'
import { describeValue } from './describe-value.js'
import type { MatcherContext, MatcherResult } from './matcher-context.js'
import { receiveAnswer } from './receive-reply.js'

/**
 * Asserts that the assistant's reply took at most so many tokens, input and output together. Not asynchronous, asks no judge; the
 * judges' tokens do not count.
 *
 * @throws {TypeError} on a limit that is not above 0, and on a reply whose usage does not say both
 * @example
 * expect(reply).toUseTokensAtMost(2_000)
 */
export function toUseTokensAtMost(this: MatcherContext, received: unknown, tokens: number): MatcherResult {
  return assertInCode(this, toUseTokensAtMost, () => tokensAssertion(received, tokens))
}

function tokensAssertion(received: unknown, tokens: number): CodeAssertion {
  const matcher = 'toUseTokensAtMost'
  if (typeof tokens !== 'number' || !(tokens > 0)) {
    throw new TypeError(`${matcher}: expected a limit in tokens above 0, got ${describeValue(tokens)}`)
  }
  const reply = receiveAnswer(matcher, received, 'tokens')
  const { inputTokens, outputTokens } = reply.usage ?? {}
  if (!isCount(inputTokens) || !isCount(outputTokens)) {
    throw new TypeError(
      `${matcher}: this reply does not say how many tokens it took. Return from the assistant \`{ text, usage: { inputTokens, outputTokens } }\``,
    )
  }
  const used = inputTokens + outputTokens
  return {
    call: `${matcher}(${tokens})`,
    metric: 'tokens',
    unit: 'tokens',
    threshold: tokens,
    reply,
    expectation: {},
    judge: 'usage',
    check: () => ({
      value: used,
      holds: used <= tokens,
      rationale: `took ${used} tokens`,
      explain: (isNot) => [
        `Expected: ${isNot ? 'more than' : 'at most'} ${tokens} tokens`,
        `Received: ${used} (${inputTokens} in, ${outputTokens} out)`,
      ],
    }),
  }
}

function isCount(tokens: number | undefined): tokens is number {
  return typeof tokens === 'number' && Number.isFinite(tokens) && tokens >= 0
}
