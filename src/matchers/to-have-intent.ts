import { toJson } from '../worker/to-json.js'
import { assertJudged } from './assert-judged.js'
import { checkOptions } from './check-options.js'
import { describeValue } from './describe-value.js'
import type { JudgedAssertion } from './judged-assertion.js'
import type { MatcherContext } from './matcher-context.js'
import { receiveReply } from './receive-reply.js'
import { formatUnit, unitThreshold } from './unit-threshold.js'

export interface IntentOptions {
  /** Passes at or above it, 0..1. Default 0.8. */
  atLeast?: number
  /** What the intent means, in a sentence. */
  description?: string
  /** Replies, or messages, that have the intent. Three or more make the local judge a good deal surer. */
  examples?: string[]
  /** The labels to choose among. */
  alternatives?: string[]
  /** Name of one of `judge({ judges })`. */
  judge?: string
  /** Names the score in baseline and report, where a test asserts the same metric more than once. */
  id?: string
  /** The message that a bare string answers. */
  input?: string
}

/** The chapter's bar for "understood what was wanted". */
export const INTENT_AT_LEAST = 0.8

/**
 * Asserts that a reply answers the intent `intent`, as a label: `order_support`, `OrderSupport` and `order-support` are alike.
 * A judge reads the reply; an `intent` that the assistant itself returned is compared in code.
 *
 * @throws {TypeError} on an empty reply, an unknown option, a threshold outside 0..1
 * @example
 * await expect(reply).toHaveIntent('order_support', { examples: ['Your parcel is on its way.'] })
 */
export function toHaveIntent(this: MatcherContext, received: unknown, intent: string, options: IntentOptions = {}) {
  return assertJudged(this, toHaveIntent, () => intentAssertion(received, intent, options))
}

/** @internal */
export function intentAssertion(received: unknown, intent: string, options: IntentOptions): JudgedAssertion {
  const matcher = 'toHaveIntent'
  if (typeof intent !== 'string' || intent.trim() === '') {
    throw new TypeError(
      `${matcher}: expected the intent as a label such as 'order_support', got ${describeValue(intent)}`,
    )
  }
  checkOptions<Required<IntentOptions>>(matcher, options as Required<IntentOptions>, {
    atLeast: 'number',
    description: 'string',
    examples: 'strings',
    alternatives: 'strings',
    judge: 'string',
    id: 'string',
    input: 'text',
  })
  const { atLeast = INTENT_AT_LEAST, judge, id, input, ...knowledge } = options
  const reply = receiveReply(matcher, received, input)
  const actual = reply.intent
  return {
    call: `${matcher}('${intent}')`,
    metric: 'intent',
    id,
    reply,
    expectation: toJson({ intent, ...knowledge }, `${matcher}: what is expected`),
    threshold: unitThreshold(matcher, atLeast),
    judge,
    compare:
      actual === undefined
        ? undefined
        : // Only here, since every test file pays for what a matcher imports at its top.
          async () => (await import('../judges/compare-intent.js')).compareIntent({ expected: intent, actual }),
    format: formatUnit,
    advice: 'if the reply is right, show the judge what such replies look like: { examples: […] }',
  }
}
