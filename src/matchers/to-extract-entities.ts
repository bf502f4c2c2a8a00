import { toJson } from '../worker/to-json.js'
import { assertJudged } from './assert-judged.js'
import { checkOptions } from './check-options.js'
import { describeValue } from './describe-value.js'
import type { JudgedAssertion } from './judged-assertion.js'
import type { MatcherContext } from './matcher-context.js'
import { receiveReply } from './receive-reply.js'
import { formatUnit, unitThreshold } from './unit-threshold.js'

export interface EntitiesOptions {
  /** Passes at or above it, 0..1. Default 0.7. */
  atLeast?: number
  /** Other ways to say a value: `{ 'San Francisco': ['SFO'] }`. */
  aliases?: Record<string, string[]>
  /** ISO date that relative dates count from. */
  referenceDate?: string
  /** Score F1, so that entities too many count as well, instead of recall. Default false. */
  exact?: boolean
  /** Name of one of `judge({ judges })`. */
  judge?: string
  /** Names the score in baseline and report, where a test asserts the same metric more than once. */
  id?: string
  /** The message that a bare string answers. */
  input?: string
}

/** The chapter's bar for "picked up what was said". */
export const ENTITIES_AT_LEAST = 0.7

/**
 * Asserts that a reply holds the expected entities; the score is the share of them that is found.
 * Entities that the assistant itself returned are compared in code, else a judge reads the reply.
 *
 * @param expected by name, a value or a list of values; a value may be a regular expression, or `anyValue('date')`
 * @throws {TypeError} on an empty reply, no entity, an unknown option, a threshold outside 0..1
 * @example
 * await expect(reply).toExtractEntities({ order_id: ['12345'], delivery: anyValue('date') })
 */
export function toExtractEntities(
  this: MatcherContext,
  received: unknown,
  expected: Record<string, unknown>,
  options: EntitiesOptions = {},
) {
  return assertJudged(this, toExtractEntities, () => entitiesAssertion(received, expected, options))
}

/** @internal */
export function entitiesAssertion(
  received: unknown,
  expected: Record<string, unknown>,
  options: EntitiesOptions,
): JudgedAssertion {
  const matcher = 'toExtractEntities'
  if (
    typeof expected !== 'object' ||
    (expected as unknown) === null ||
    Array.isArray(expected) ||
    Object.keys(expected).length === 0
  ) {
    throw new TypeError(
      `${matcher}: expected the entities by name, such as { order_id: ['12345'] }, got ${describeValue(expected)}`,
    )
  }
  checkOptions<Required<EntitiesOptions>>(matcher, options as Required<EntitiesOptions>, {
    atLeast: 'number',
    aliases: 'object',
    referenceDate: 'string',
    exact: 'boolean',
    judge: 'string',
    id: 'string',
    input: 'text',
  })
  if (options.referenceDate !== undefined && !/^\d{4}-\d{2}-\d{2}(?!\d)/.test(options.referenceDate)) {
    throw new TypeError(
      `${matcher}: expected \`referenceDate\` to be an ISO date, such as '2026-03-31', got ${describeValue(options.referenceDate)}`,
    )
  }
  const { atLeast = ENTITIES_AT_LEAST, judge, id, input, ...rest } = options
  const reply = receiveReply(matcher, received, input)
  const extracted = reply.entities
  return {
    call: `${matcher}({ ${Object.keys(expected).join(', ')} })`,
    metric: 'entities',
    id,
    reply,
    expectation: toJson({ expected, ...rest }, `${matcher}: what is expected`),
    threshold: unitThreshold(matcher, atLeast),
    judge,
    compare:
      extracted === undefined
        ? undefined
        : // Only here, since every test file pays for what a matcher imports at its top.
          async () =>
            (await import('../judges/compare-extracted.js')).compareExtracted({ expected, extracted, ...rest }),
    format: formatUnit,
    advice: 'if the reply says it in other words, name them: { aliases: { value: […] } }',
  }
}
