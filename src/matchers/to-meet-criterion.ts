import type { Check } from '../judges/judge.js'
import { toJson } from '../worker/to-json.js'
import { assertJudged } from './assert-judged.js'
import { checkOptions } from './check-options.js'
import { describeValue } from './describe-value.js'
import type { JudgedAssertion } from './judged-assertion.js'
import type { MatcherContext } from './matcher-context.js'
import { receiveReply } from './receive-reply.js'
import { showArgument } from './show-argument.js'
import { formatUnit, unitThreshold } from './unit-threshold.js'

export interface CriterionOptions {
  /** The same in code: the local judge scores by it alone, and an LLM judge does not see it. */
  check?: Check
  /** What the assistant knew when it answered. */
  context?: string
  /** Passes at or above it, 0..1: met is 1, partly 0.5. Default 1. */
  atLeast?: number
  /** Name of one of `judge({ judges })`. */
  judge?: string
  /** Names the score in baseline and report, where a test asserts the same metric more than once. */
  id?: string
  /** The message that a bare string answers. */
  input?: string
}

/** Met: what is met in part is not met. */
export const CRITERION_AT_LEAST = 1

/**
 * Asserts that a reply meets one criterion, given in prose: met 1, partly 0.5, not met 0.
 *
 * @param criterion what a person would check, in a sentence
 * @throws {TypeError} on an empty reply or criterion, an unknown option, a threshold outside 0..1
 * @example
 * await expect(reply).toMeetCriterion('names the order', { check: { mentions: '12345' } })
 */
export function toMeetCriterion(
  this: MatcherContext,
  received: unknown,
  criterion: string,
  options: CriterionOptions = {},
) {
  return assertJudged(this, toMeetCriterion, () => criterionAssertion(received, criterion, options))
}

/** @internal */
export function criterionAssertion(received: unknown, criterion: string, options: CriterionOptions): JudgedAssertion {
  const matcher = 'toMeetCriterion'
  if (typeof criterion !== 'string' || criterion.trim() === '') {
    throw new TypeError(
      `${matcher}: expected the criterion in a sentence such as 'names the order', got ${describeValue(criterion)}`,
    )
  }
  checkOptions<Required<CriterionOptions>>(matcher, options as Required<CriterionOptions>, {
    check: 'check',
    context: 'string',
    atLeast: 'number',
    judge: 'string',
    id: 'string',
    input: 'text',
  })
  const { atLeast = CRITERION_AT_LEAST, judge, id, input, ...grounds } = options
  return {
    call: `${matcher}(${showArgument(criterion)})`,
    metric: 'criterion',
    id,
    reply: receiveReply(matcher, received, input),
    expectation: toJson({ criterion, ...grounds }, `${matcher}: what is expected`),
    threshold: unitThreshold(matcher, atLeast),
    judge,
    format: formatUnit,
    advice: 'read the rationale; if the reply is right, say in the criterion what counts',
  }
}
