import type { Criterion, Rubric } from '../judges/judge.js'
import { toJson } from '../worker/to-json.js'
import { assertJudged } from './assert-judged.js'
import { checkOptions } from './check-options.js'
import { describeValue } from './describe-value.js'
import type { JudgedAssertion } from './judged-assertion.js'
import type { MatcherContext } from './matcher-context.js'
import { receiveReply } from './receive-reply.js'
import { formatUnit, unitThreshold } from './unit-threshold.js'

export interface ScoreOptions {
  /** Prose for an LLM judge, or criteria. Without one, an LLM judges helpfulness, correctness and tone. */
  rubric?: Rubric
  /** Short for `rubric: { criteria }`. A criterion with a `check` is scored in code by the local judge. */
  criteria?: Criterion[]
  /** A good answer to compare with. */
  reference?: string
  /** What the assistant could know: a claim beyond it is made up. */
  context?: string
  /** `1-5` (default): 5 excellent, 4 good, 3 average, 2 poor, 1 unacceptable. `unit`: 0..1. */
  scale?: '1-5' | 'unit'
  /** Name of one of `judge({ judges })`. */
  judge?: string
  /** Names the score in baseline and report, where a test asserts the same metric more than once. */
  id?: string
  /** The message that a bare string answers. */
  input?: string
}

/** The chapter's bar for "acceptable": average, 3 of 5. */
export const QUALITY_AT_LEAST = 3

/**
 * Asserts that a reply is at least so good, on the scale from 1 (unacceptable) to 5 (excellent).
 *
 * @param score 1..5, or 0..1 with `{ scale: 'unit' }`
 * @throws {TypeError} on a score below 1 without `scale` (it would always pass), an empty reply, an unknown option
 * @example
 * await expect(reply).toScoreAtLeast(4, { criteria: [{ text: 'names the order', check: { mentions: '12345' } }] })
 */
export function toScoreAtLeast(this: MatcherContext, received: unknown, score: number, options: ScoreOptions = {}) {
  return assertJudged(this, toScoreAtLeast, () => qualityAssertion(received, score, options))
}

/** @internal */
export function qualityAssertion(received: unknown, score: number, options: ScoreOptions): JudgedAssertion {
  const matcher = 'toScoreAtLeast'
  checkOptions<Required<ScoreOptions>>(matcher, options as Required<ScoreOptions>, {
    rubric: 'rubric',
    criteria: 'criteria',
    reference: 'string',
    context: 'string',
    scale: 'string',
    judge: 'string',
    id: 'string',
    input: 'text',
  })
  const { rubric, criteria, scale = '1-5', judge, id, input, ...grounds } = options
  if (rubric !== undefined && criteria !== undefined) {
    throw new TypeError(`${matcher}: "criteria" is short for { rubric: { criteria } }; give one of the two`)
  }
  const known = criteria === undefined ? rubric : { criteria }
  return {
    call: `${matcher}(${score})`,
    metric: 'quality',
    id,
    reply: receiveReply(matcher, received, input),
    expectation: toJson({ ...(known !== undefined && { rubric: known }), ...grounds }, `${matcher}: what is expected`),
    threshold: readThreshold(matcher, score, scale),
    judge,
    format: scale === 'unit' ? formatUnit : formatQuality,
    advice: 'read the rationale; if the reply is right, say in the rubric what counts',
  }
}

function readThreshold(matcher: string, score: number, scale: string): number {
  if (scale === 'unit') return unitThreshold(matcher, score)
  if (scale !== '1-5')
    throw new TypeError(`${matcher}: expected the option "scale" as '1-5' or 'unit', got ${describeValue(scale)}`)
  if (typeof score === 'number' && score >= 1 && score <= 5) return (score - 1) / 4
  const remedy =
    typeof score === 'number' && score < 1 ? ": it would always pass. For 0..1 write { scale: 'unit' }" : ''
  throw new TypeError(`${matcher}: expected a score from 1 to 5, got ${describeValue(score)}${remedy}`)
}

/** A stored 0..1 on the scale that people speak: `4.2 of 5`. */
export function formatQuality(value: number, digits = 1): string {
  return `${formatUnit(1 + 4 * value, digits)} of 5`
}
