import { toReplyRecord } from '../assistant/reply-record.js'
import type { ScoreRecord } from '../evaluation/record-schema.js'
import { callSite } from '../worker/call-site.js'
import type { TrialScope } from '../worker/test-scope.js'
import { describeValue } from './describe-value.js'
import type { MatcherContext, MatcherResult } from './matcher-context.js'
import { receiveReply, type ReceivedReply } from './receive-reply.js'
import { trialFor } from './refuse-misuse.js'

/** The chapter's bar for a patient user: 5 s. */
export const RESPOND_WITHIN_MS = 5_000

const REPLAYED = 'a replayed reply took no time; assert its latency where the assistant is really asked'

/**
 * Asserts that the assistant answered within `ms` milliseconds, on a monotonic clock. Not asynchronous, asks no judge.
 *
 * A replayed reply took no time: the assertion is not judged, and the test ends as skipped unless something else fails.
 *
 * @throws {TypeError} on a limit that is not above 0, and on a reply without a duration (a bare string)
 * @example
 * expect(reply).toRespondWithin(5_000)
 */
export function toRespondWithin(this: MatcherContext, received: unknown, ms: number): MatcherResult {
  const matcher = 'toRespondWithin'
  const trial = trialFor(this, matcher)
  if (typeof received === 'string') {
    throw new TypeError(
      `${matcher}: a bare string has no duration. Call the assistant through defineAssistant and give the reply`,
    )
  }
  const isNot = this.isNot === true
  const score = recordLatency(trial, receiveReply(matcher, received, undefined), ms, isNot)
  return {
    // Nothing is known of a replayed reply: the assertion lets the test go on, and the test is not a pass.
    pass: score.passed === null ? !isNot : score.passed !== isNot,
    message: () => latencyMessage(score),
  }
}

/** @internal Records the duration beside the scores: milliseconds, less is better. */
export function recordLatency(trial: TrialScope, reply: ReceivedReply, ms: number, isNot: boolean): ScoreRecord {
  if (typeof ms !== 'number' || !(ms > 0)) {
    throw new TypeError(`toRespondWithin: expected a limit in milliseconds above 0, got ${describeValue(ms)}`)
  }
  const { durationMs, replayed } = reply
  if (replayed === undefined && (durationMs === undefined || !Number.isFinite(durationMs))) {
    throw new TypeError(
      `toRespondWithin: this reply has no duration (durationMs: ${describeValue(durationMs)}). Only a reply that was really waited for can be timed`,
    )
  }
  const score: ScoreRecord = {
    metric: 'latency',
    unit: 'ms',
    value: durationMs ?? null,
    threshold: ms,
    negated: isNot,
    passed: durationMs === undefined ? null : durationMs <= ms !== isNot,
    rationale: durationMs === undefined ? '' : `answered in ${Math.round(durationMs)} ms`,
    judge: { name: 'clock', kind: 'code', fingerprint: '1' },
    expectation: {},
    reply: trial.indexOf(reply, () => toReplyRecord(reply)),
  }
  if (durationMs === undefined) {
    score.declined = REPLAYED
    trial.notJudged ??= `not judged: ${REPLAYED}`
  }
  trial.assertions.push({
    call: `expect(reply).${isNot ? 'not.' : ''}toRespondWithin(${ms})`,
    site: callSite(recordLatency),
    awaited: true,
    settled: true,
    score,
  })
  return score
}

export function latencyMessage({ value, threshold, negated }: ScoreRecord): string {
  return [
    `expect(reply).${negated ? 'not.' : ''}toRespondWithin(${threshold})`,
    '',
    `Expected: an answer ${negated ? 'after more than' : 'within'} ${threshold} ms`,
    `Received: ${Math.round(value ?? 0)} ms`,
  ].join('\n')
}
