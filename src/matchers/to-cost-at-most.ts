import { pricedUsage } from '../assistant/priced-usage.js'
import { assertInCode, type CodeAssertion } from './assert-in-code.js'
import { describeValue } from './describe-value.js'
import type { MatcherContext, MatcherResult } from './matcher-context.js'
import { receiveAnswer, type ReceivedReply } from './receive-reply.js'

/**
 * Asserts that the assistant's reply cost at most `usd` US dollars: `usage.costUsd` as the assistant returned it, else worked out of
 * its tokens and its model's list price. Not asynchronous, asks no judge; what the judges cost does not count.
 *
 * @throws {TypeError} on a limit that is not above 0, a reply without usage, and one whose model has no known price
 * @example
 * expect(reply).toCostAtMost(0.002)
 */
export function toCostAtMost(this: MatcherContext, received: unknown, usd: number): MatcherResult {
  return assertInCode(this, toCostAtMost, () => costAssertion(received, usd))
}

function costAssertion(received: unknown, usd: number): CodeAssertion {
  const matcher = 'toCostAtMost'
  if (typeof usd !== 'number' || !(usd > 0)) {
    throw new TypeError(`${matcher}: expected a limit in US dollars above 0, got ${describeValue(usd)}`)
  }
  const reply = receiveAnswer(matcher, received, 'cost')
  const cost = costOfReply(matcher, reply)
  return {
    call: `${matcher}(${usd})`,
    metric: 'cost',
    unit: 'usd',
    threshold: usd,
    reply,
    expectation: {},
    judge: 'usage',
    check: () => ({
      value: cost,
      holds: cost <= usd,
      rationale: `cost ${dollars(cost)}`,
      explain: (isNot) => [
        `Expected: ${isNot ? 'a cost of more than' : 'a cost of at most'} ${dollars(usd)}`,
        `Received: ${dollars(cost)}${tokensOf(reply)}`,
      ],
    }),
  }
}

function costOfReply(matcher: string, { usage }: ReceivedReply): number {
  const { costUsd, inputTokens, outputTokens, model } = usage === undefined ? {} : pricedUsage(usage)
  if (costUsd !== undefined && Number.isFinite(costUsd) && costUsd >= 0) return costUsd
  if (costUsd !== undefined) {
    throw new TypeError(`${matcher}: expected the reply's usage.costUsd as 0 or more, got ${describeValue(costUsd)}`)
  }
  const how = '`{ text, usage: { inputTokens, outputTokens, model } }`, or what it cost, `usage: { costUsd }`'
  if (inputTokens === undefined || outputTokens === undefined || model === undefined) {
    throw new TypeError(`${matcher}: this reply does not say what it cost. Return from the assistant ${how}`)
  }
  throw new TypeError(
    `${matcher}: no price is known for the model ${describeValue(model)}. Return what the reply cost, \`usage: { costUsd }\`, or its price, judge({ prices: { … } })`,
  )
}

function tokensOf({ usage: { inputTokens, outputTokens, model } = {} }: ReceivedReply): string {
  if (inputTokens === undefined || outputTokens === undefined) return ''
  return ` (${inputTokens} tokens in, ${outputTokens} out${model === undefined ? '' : `, ${describeValue(model)}`})`
}

function dollars(usd: number): string {
  return `$${Number(usd.toPrecision(12))}`
}
