import { assertJudged } from './assert-judged.js'
import { describeValue } from './describe-value.js'
import { checkGradedOptions, type GradedOptions } from './graded-options.js'
import type { JudgedAssertion } from './judged-assertion.js'
import type { MatcherContext } from './matcher-context.js'
import { receiveReply } from './receive-reply.js'
import { showArgument } from './show-argument.js'
import { formatUnit, unitThreshold } from './unit-threshold.js'

/** The same message, a detail apart. */
export const SIMILARITY_AT_LEAST = 0.8

/**
 * Asserts that a reply means what a text means: same 1, close 0.8, overlapping 0.5, related 0.2, different 0. Passes from 0.8.
 * Unlike `toAgreeWith` it goes both ways: what the reply says beyond the text sets them apart.
 *
 * @throws {TypeError} on an empty reply or text, an unknown option, a threshold outside 0..1
 * @example
 * await expect(reply).toBeSemanticallyCloseTo('Your order is on its way.', { atLeast: 0.8 })
 */
export function toBeSemanticallyCloseTo(
  this: MatcherContext,
  received: unknown,
  text: string,
  options: GradedOptions = {},
) {
  return assertJudged(this, toBeSemanticallyCloseTo, () => similarityAssertion(received, text, options))
}

/** @internal */
export function similarityAssertion(received: unknown, text: string, options: GradedOptions): JudgedAssertion {
  const matcher = 'toBeSemanticallyCloseTo'
  if (typeof text !== 'string' || text.trim() === '') {
    throw new TypeError(`${matcher}: expected a text to compare with, got ${describeValue(text)}`)
  }
  checkGradedOptions(matcher, options)
  const { atLeast = SIMILARITY_AT_LEAST, judge, id, input } = options
  return {
    call: `${matcher}(${showArgument(text)})`,
    metric: 'similarity',
    id,
    reply: receiveReply(matcher, received, input),
    expectation: { text },
    threshold: unitThreshold(matcher, atLeast),
    judge,
    format: formatUnit,
    advice: 'if only the facts must be the same, and the reply may say more, use toAgreeWith',
  }
}
