import { assertJudged } from './assert-judged.js'
import { describeValue } from './describe-value.js'
import { checkGradedOptions, type GradedOptions } from './graded-options.js'
import type { JudgedAssertion } from './judged-assertion.js'
import type { MatcherContext } from './matcher-context.js'
import { receiveReply } from './receive-reply.js'
import { showArgument } from './show-argument.js'
import { formatUnit, unitThreshold } from './unit-threshold.js'

/** A detail that nobody would act on may be beyond the context; a claim that matters may not. */
export const FAITHFULNESS_AT_LEAST = 0.8

/**
 * Asserts that a context supports what a reply claims: full 1, mostly 0.8, partly 0.5, unfaithful 0. Passes from 0.8.
 *
 * @param context what the assistant could know, one passage or several
 * @throws {TypeError} on an empty reply or context, an unknown option, a threshold outside 0..1
 * @example
 * await expect(reply).toBeFaithfulTo(['Returns are free for 30 days.', 'Refunds take 5 days.'])
 */
export function toBeFaithfulTo(
  this: MatcherContext,
  received: unknown,
  context: string | string[],
  options: GradedOptions = {},
) {
  return assertJudged(this, toBeFaithfulTo, () => faithfulnessAssertion(received, context, options))
}

/** @internal */
export function faithfulnessAssertion(
  received: unknown,
  context: string | string[],
  options: GradedOptions,
): JudgedAssertion {
  const matcher = 'toBeFaithfulTo'
  const passages: unknown[] = Array.isArray(context) ? context : [context]
  if (passages.length === 0 || !passages.every(isText)) {
    const got = passages.find((passage) => !isText(passage)) ?? context
    throw new TypeError(
      `${matcher}: expected the context as a text or a list of texts, none of them empty, got ${describeValue(got)}. ` +
        `Give it what the assistant was given, such as the passages that it retrieved`,
    )
  }
  checkGradedOptions(matcher, options)
  const { atLeast = FAITHFULNESS_AT_LEAST, judge, id, input } = options
  return {
    call: `${matcher}(${passages.length === 1 ? showArgument(passages[0] ?? '') : `${passages.length} passages`})`,
    metric: 'faithfulness',
    id,
    reply: receiveReply(matcher, received, input),
    expectation: { context: passages },
    threshold: unitThreshold(matcher, atLeast),
    judge,
    format: formatUnit,
    advice: 'read the rationale; if the claim is true, give the context that says so',
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
