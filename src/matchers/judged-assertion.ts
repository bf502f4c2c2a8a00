import { toReplyRecord } from '../assistant/reply-record.js'
import type { JudgementRequest, Metric } from '../judges/judge.js'
import type { JudgeIdentity, ScoreRecord } from '../evaluation/record-schema.js'
import { JudgeUnavailableError } from '../judge-service/judge-client.js'
import type { JudgeAnswer } from '../judge-service/protocol.js'
import type { PendingAssertion, TrialScope } from '../worker/test-scope.js'
import type { Json } from '../text/json.js'
import { worker } from '../worker/worker-state.js'
import { declinedMessage, failureMessage, judgeFailedMessage } from './failure-message.js'
import type { ReceivedReply } from './receive-reply.js'

/** What a judged matcher asserts, validated and ready to be asked. */
export interface JudgedAssertion {
  /** `toHaveIntent('order_support')`, for messages. */
  call: string
  metric: Metric
  id?: string | undefined
  reply: ReceivedReply
  /** What was expected: goes to the judge as it is, and decides with which scores this one may be compared. */
  expectation: Json
  /** 0..1; the score passes at or above it. */
  threshold: number
  /** Name of one of the project's judges. */
  judge?: string | undefined
  /** The same without a judge, where the assistant itself returned what is asked for. */
  compare?: (() => Promise<{ value: number; rationale: string }>) | undefined
  /** Asks by itself, where one question does not do. Default: one request of metric, reply and expectation. */
  askWith?: ((ask: (request: JudgementRequest) => Promise<JudgeAnswer>) => Promise<JudgeAnswer>) | undefined
  /** A score as the matcher's user speaks of it: `0.82`, `4.2 of 5`. */
  format: (score: number, digits?: number) => string
  /** What to do about a miss. */
  advice: string
}

/** How an assertion came out. */
export interface AssertionOutcome {
  score: ScoreRecord
  /** `null`: a stand-in declined, or nothing is recorded and nobody could be asked; nothing is known. */
  holds: boolean | null
  message: () => string
}

/** The judge that the user chose declined: nothing was asserted, so nothing passes, under `.not` neither. */
export class JudgeDeclinedError extends Error {
  override name = 'JudgeDeclinedError'

  /** By name: where this file is loaded twice, there are two such classes. */
  static is(error: unknown): error is JudgeDeclinedError {
    return error instanceof Error && error.name === 'JudgeDeclinedError'
  }
}

const IN_CODE: JudgeIdentity = { name: 'code', kind: 'code', fingerprint: '1' }

/**
 * Asks for the score, records it in the trial, and holds it against the threshold.
 *
 * @throws {JudgeUnavailableError} where the judge failed; the error is recorded apart from any score
 * @throws {JudgeDeclinedError} where the judge that the user chose declined
 */
export async function settle(
  assertion: JudgedAssertion,
  trial: TrialScope,
  pending: PendingAssertion,
  isNot: boolean,
): Promise<AssertionOutcome> {
  // Field by field, here and below: an object spread together takes several times as long, and this is done for every score.
  const score: ScoreRecord = {
    metric: assertion.metric,
    unit: 'unit',
    value: null,
    threshold: assertion.threshold,
    negated: isNot,
    passed: null,
    rationale: '',
    judge: IN_CODE,
    expectation: assertion.expectation,
    reply: trial.indexOf(assertion.reply, () => toReplyRecord(assertion.reply)),
  }
  if (assertion.id !== undefined) score.id = assertion.id
  try {
    const { judgement, judge, known, served } = await ask(assertion, trial)
    const { value, rationale, declined, usage } = judgement
    const passed = value === null ? null : value >= assertion.threshold !== isNot
    score.value = value
    score.passed = passed
    score.rationale = rationale
    score.judge = judge
    if (known !== undefined) score.expectation = { ...(assertion.expectation as Record<string, Json>), known }
    if (declined !== undefined) score.declined = declined
    if (usage !== undefined) score.usage = usage
    if (served === 'cassette') score.replayed = true
    pending.score = score
    if (value === null) return whenDeclined(assertion, trial, score, { isNot, wasAsked: served !== 'nobody' })
    return { score, holds: passed, message: () => failureMessage(assertion, score) }
  } catch (error) {
    if (!JudgeUnavailableError.is(error)) throw error
    const judge = error.judge ?? { name: assertion.judge ?? 'judge', kind: 'custom' as const, fingerprint: '' }
    // The same text in both, so that one failure counts once.
    const failure = error.message.includes(judge.name) ? error.message : `${judge.name}: ${error.message}`
    trial.errors.push({ stage: 'judge', message: failure })
    score.error = failure
    score.judge = judge
    pending.score = score
    error.message = judgeFailedMessage(assertion, judge.name, error.message, isNot)
    throw error
  } finally {
    pending.settled = true
  }
}

function whenDeclined(
  assertion: JudgedAssertion,
  trial: TrialScope,
  score: ScoreRecord,
  { isNot, wasAsked }: { isNot: boolean; wasAsked: boolean },
): AssertionOutcome {
  const message = declinedMessage(assertion, score, isNot)
  if (score.judge.standIn === undefined && wasAsked) throw new JudgeDeclinedError(message)
  trial.notJudged ??= `not judged: ${score.declined ?? score.rationale}`
  return { score, holds: null, message: () => message }
}

async function ask(assertion: JudgedAssertion, trial: TrialScope): Promise<JudgeAnswer> {
  if (assertion.compare !== undefined) return { judgement: await assertion.compare(), judge: IN_CODE }
  const put = (request: JudgementRequest) =>
    worker().client.judge(request, {
      judge: assertion.judge,
      trial: trial.number,
      signal: trial.cancellation,
      onWaiting: (isWaiting) => (isWaiting ? trial.waiting.start() : trial.waiting.stop()),
    })
  if (assertion.askWith !== undefined) return assertion.askWith(put)
  const { text, input } = assertion.reply
  return put({
    metric: assertion.metric,
    input,
    reply: text,
    ...(assertion.expectation as Record<string, Json>),
  } as JudgementRequest)
}
