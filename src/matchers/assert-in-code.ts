import { toReplyRecord } from '../assistant/reply-record.js'
import type { ScoreRecord } from '../evaluation/record-schema.js'
import type { ScoreUnit } from '../evaluation/score-unit.js'
import type { Json } from '../text/json.js'
import { callSite, pointAt } from '../worker/call-site.js'
import type { PendingAssertion, TrialScope } from '../worker/test-scope.js'
import { watchAwait } from '../worker/watch-await.js'
import type { MatcherContext, MatcherResult } from './matcher-context.js'
import type { ReceivedReply } from './receive-reply.js'
import { trialFor } from './refuse-misuse.js'

/** What a matcher that needs no judge asserts, validated. */
export interface CodeAssertion<Finding extends CodeFinding | Promise<CodeFinding> = CodeFinding> {
  /** `toCallTools([search])`, for messages. */
  call: string
  metric: string
  id?: string | undefined
  unit: ScoreUnit
  threshold: number
  reply: ReceivedReply
  /** What was expected: decides with which scores this one may be compared. */
  expectation: Json
  /** Who measured it: part of what makes scores comparable. */
  judge: string
  check: () => Finding
}

/** What came out. */
export interface CodeFinding {
  value: number
  /** Whether the assertion holds, `.not` left aside. */
  holds: boolean
  rationale: string
  /** Expected, received and why, a line each; free of control characters. */
  explain: (isNot: boolean) => string[]
}

type Matcher = (this: MatcherContext, ...args: never[]) => unknown

/**
 * What all matchers do that need nobody's judgement: look, record, and tell Vitest.
 *
 * @param matcher the matcher itself, for its name and for what called it
 */
export function assertInCode(context: MatcherContext, matcher: Matcher, read: () => CodeAssertion): MatcherResult {
  const trial = trialFor(context, matcher.name)
  const assertion = read()
  const isNot = context.isNot === true
  const finding = assertion.check()
  const pending = begin(assertion, trial, isNot, callSite(matcher))
  pending.awaited = true
  return settle(assertion, finding, trial, pending, isNot)
}

/** The same where looking takes time. */
export function assertInCodeLater(
  context: MatcherContext,
  matcher: Matcher,
  read: () => CodeAssertion<Promise<CodeFinding>>,
): Promise<MatcherResult> {
  const site = callSite(matcher)
  try {
    const trial = trialFor(context, matcher.name)
    const assertion = read()
    const isNot = context.isNot === true
    const pending = begin(assertion, trial, isNot, site)
    const result = assertion
      .check()
      .then((finding) => settle(assertion, finding, trial, pending, isNot))
      .finally(() => (pending.settled = true))
    return watchAwait(result, pending, context.soft === true ? 2 : 1)
  } catch (error) {
    throw pointAt(error, site)
  }
}

function begin(
  { call }: Pick<CodeAssertion, 'call'>,
  trial: TrialScope,
  isNot: boolean,
  site: Error,
): PendingAssertion {
  const pending = { call: hint(call, isNot), site, awaited: false, settled: false }
  trial.assertions.push(pending)
  return pending
}

function settle(
  assertion: Omit<CodeAssertion, 'check'>,
  { value, holds, rationale, explain }: CodeFinding,
  trial: TrialScope,
  pending: PendingAssertion,
  isNot: boolean,
): MatcherResult {
  const { call, metric, id, unit, threshold, reply, expectation, judge } = assertion
  const score: ScoreRecord = {
    metric,
    unit,
    value,
    threshold,
    negated: isNot,
    passed: holds !== isNot,
    rationale,
    judge: { name: judge, kind: 'code', fingerprint: '1' },
    expectation,
    reply: trial.indexOf(reply, () => toReplyRecord(reply)),
  }
  if (id !== undefined) score.id = id
  pending.score = score
  pending.settled = true
  return { pass: holds, message: () => [hint(call, isNot), '', ...explain(isNot)].join('\n') }
}

function hint(call: string, isNot: boolean): string {
  return `expect(reply).${isNot ? 'not.' : ''}${call}`
}
