import { assertJudged } from './assert-judged.js'
import { describeValue } from './describe-value.js'
import { checkGradedOptions, type GradedOptions } from './graded-options.js'
import type { JudgedAssertion } from './judged-assertion.js'
import type { MatcherContext } from './matcher-context.js'
import { receiveReply } from './receive-reply.js'
import { showArgument } from './show-argument.js'
import { formatUnit, unitThreshold } from './unit-threshold.js'

/** A fact that does not change the answer may be missing; no fact may be contradicted. */
export const AGREEMENT_AT_LEAST = 0.8

/**
 * Asserts that a reply states the facts of a reference answer and contradicts none: full 1, mostly 0.8, partly 0.5,
 * contradicts 0. Passes from 0.8. Wording, order and tone are free.
 *
 * @param reference an answer known to be right
 * @throws {TypeError} on an empty reply or reference, an unknown option, a threshold outside 0..1
 * @example
 * await expect(reply).toAgreeWith('Returns are free for 30 days.')
 */
export function toAgreeWith(this: MatcherContext, received: unknown, reference: string, options: GradedOptions = {}) {
  return assertJudged(this, toAgreeWith, () => agreementAssertion(received, reference, options))
}

/** @internal */
export function agreementAssertion(received: unknown, reference: string, options: GradedOptions): JudgedAssertion {
  const matcher = 'toAgreeWith'
  if (typeof reference !== 'string' || reference.trim() === '') {
    throw new TypeError(`${matcher}: expected the reference answer as a text, got ${describeValue(reference)}`)
  }
  checkGradedOptions(matcher, options)
  const { atLeast = AGREEMENT_AT_LEAST, judge, id, input } = options
  return {
    call: `${matcher}(${showArgument(reference)})`,
    metric: 'agreement',
    id,
    reply: receiveReply(matcher, received, input),
    expectation: { reference },
    threshold: unitThreshold(matcher, atLeast),
    judge,
    format: formatUnit,
    advice: 'read the rationale; if the reply is right, take out of the reference what it need not say',
  }
}
