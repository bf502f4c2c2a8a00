import type { Reply } from '../assistant/reply.js'
import type { PreferenceRequest, Rubric } from '../judges/judge.js'
import { toJson } from '../worker/to-json.js'
import { askInBothOrders } from './ask-in-both-orders.js'
import { assertJudged } from './assert-judged.js'
import { checkOptions } from './check-options.js'
import type { JudgedAssertion } from './judged-assertion.js'
import type { MatcherContext } from './matcher-context.js'
import { receiveReply } from './receive-reply.js'
import { showArgument } from './show-argument.js'
import { formatUnit, unitThreshold } from './unit-threshold.js'

export interface PreferenceOptions {
  /** What counts. Without one, what helps the user better. */
  rubric?: Rubric
  /** A tie passes too: short for `atLeast: 0.5`. Default false. */
  orTie?: boolean
  /** Passes at or above it: preferred is 1, a tie 0.5, the other preferred 0. Default 1. */
  atLeast?: number
  /** Name of one of `judge({ judges })`. */
  judge?: string
  /** Names the score in baseline and report, where a test asserts the same metric more than once. */
  id?: string
  /** The message that a bare string answers. */
  input?: string
}

/** Preferred in both orders: a tie is no preference. */
export const PREFERRED_AT_LEAST = 1

/**
 * Asserts that a reply is better than another one to the same message. The judge is asked twice, with the replies in either order, and
 * only what it says both times counts: 1 preferred, 0 the other preferred, and else a tie, 0.5, which fails unless `orTie`.
 * Under `.not` a tie passes, unless `orTie`.
 *
 * @param other a reply, or its text
 * @throws {TypeError} on an empty reply, a reply to another message, an unknown option, `orTie` beside `atLeast`, a threshold outside 0..1
 * @example
 * await expect(await ask(message)).toBePreferredOver(await askOld(message), { orTie: true })
 */
export function toBePreferredOver(
  this: MatcherContext,
  received: unknown,
  other: Reply | string,
  options: PreferenceOptions = {},
) {
  return assertJudged(this, toBePreferredOver, () => preferenceAssertion(received, other, options))
}

/** @internal */
export function preferenceAssertion(
  received: unknown,
  other: Reply | string,
  options: PreferenceOptions,
): JudgedAssertion {
  const matcher = 'toBePreferredOver'
  checkOptions<Required<PreferenceOptions>>(matcher, options as Required<PreferenceOptions>, {
    rubric: 'rubric',
    orTie: 'boolean',
    atLeast: 'number',
    judge: 'string',
    id: 'string',
    input: 'text',
  })
  const { rubric, orTie, atLeast, judge, id, input } = options
  if (orTie !== undefined && atLeast !== undefined) {
    throw new TypeError(`${matcher}: "orTie" is short for { atLeast: 0.5 }; give one of the two`)
  }
  const reply = receiveReply(matcher, received, input)
  const text = textOf(matcher, other, reply.input)
  const request = toJson({ other: text, ...(rubric !== undefined && { rubric }) }, `${matcher}: what is expected`)
  return {
    call: `${matcher}(${showArgument(text)})`,
    metric: 'preference',
    id,
    reply,
    expectation: request,
    threshold: unitThreshold(matcher, atLeast ?? (orTie === true ? 0.5 : PREFERRED_AT_LEAST)),
    judge,
    askWith: (ask) => {
      const { rubric: asked } = request as { rubric?: Rubric }
      const preference: PreferenceRequest = { metric: 'preference', input: reply.input, replies: [reply.text, text] }
      return askInBothOrders(asked === undefined ? preference : { ...preference, rubric: asked }, ask)
    },
    format: formatUnit,
    advice:
      'read both rationales; if they contradict each other, say in a rubric what counts, or allow a tie: { orTie: true }',
  }
}

function textOf(matcher: string, other: unknown, input: string): string {
  if (typeof other === 'string') return receiveReply(matcher, other, input).text
  const reply = receiveReply(matcher, other, undefined)
  if (reply.input === input) return reply.text
  throw new TypeError(
    `${matcher}: expected two replies to the same message, got answers to ${showArgument(input)} and ${showArgument(reply.input)}. ` +
      'Ask both assistants the same, or give the other as a string',
  )
}
