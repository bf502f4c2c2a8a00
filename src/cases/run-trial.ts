import type { Assistant } from '../assistant/define-assistant.js'
import type { Reply } from '../assistant/reply.js'
import type { TrialRecord } from '../evaluation/record-schema.js'
import { JudgeDeclinedError, settle, type JudgedAssertion } from '../matchers/judged-assertion.js'
import { ENTITIES_AT_LEAST, entitiesAssertion } from '../matchers/to-extract-entities.js'
import { INTENT_AT_LEAST, intentAssertion } from '../matchers/to-have-intent.js'
import { latencyMessage, recordLatency, RESPOND_WITHIN_MS } from '../matchers/to-respond-within.js'
import { QUALITY_AT_LEAST, qualityAssertion } from '../matchers/to-score-at-least.js'
import { callSite } from '../worker/call-site.js'
import { forgottenAssertions } from '../worker/forgotten-assertions.js'
import { runInTrial, TrialScope, type RunningTest } from '../worker/test-scope.js'
import type { EvaluationCase } from './evaluation-case.js'

/** The user's own assertions about a case, besides those that it declares. */
export type CaseCheck = (reply: Reply, testCase: EvaluationCase) => void | Promise<void>

export interface TrialOptions {
  assistant: Assistant
  /** How many there are of the case. */
  trials: number
  check: CaseCheck | undefined
  judge: string | undefined
}

export interface TrialOutcome {
  record: TrialRecord
  /** Assertions that were held against a score or a reply and missed. */
  misses: Error[]
  /** What failed: the assistant, the judge, the test itself. */
  errors: Error[]
  /** Why something was not judged. */
  notJudged: string | undefined
}

/** Asks the assistant once, and asserts what the case declares. Nothing in it reaches another trial. */
export async function runTrial(
  testCase: EvaluationCase,
  test: TrialScope,
  trial: number,
  options: TrialOptions,
): Promise<TrialOutcome> {
  const task = withOwnResult(test.task)
  const { attempt, repeat, signal, waiting, cancellation } = test
  const scope = new TrialScope({
    task,
    attempt,
    repeat,
    trial,
    number: repeat * options.trials + trial,
    signal,
    waiting,
    cancellation,
  })
  const misses: Error[] = []
  const errors: Error[] = []
  await runInTrial(scope, async () => {
    try {
      const { history, context } = testCase
      const reply = await options.assistant(testCase.input, {
        ...(history !== undefined && { history }),
        ...(context !== undefined && { context }),
      })
      await assertDeclared(testCase, reply, scope, options.judge, { misses, errors })
      await options.check?.(reply, testCase)
    } catch (error) {
      const list = isAssertion(error) ? misses : errors
      list.push(error instanceof Error ? error : new Error(String(error)))
    }
  })
  misses.push(...softMisses(task))
  errors.push(...forgottenAssertions(scope, errors.length === 0))
  const passed = misses.length + errors.length > 0 ? false : scope.notJudged === undefined ? true : null
  for (const error of errors) {
    if (scope.errors.length === 0) scope.errors.push({ stage: 'test', message: error.message })
  }
  return { record: scope.toRecord(passed), misses, errors, notJudged: scope.notJudged }
}

async function assertDeclared(
  testCase: EvaluationCase,
  reply: Reply,
  scope: TrialScope,
  judge: string | undefined,
  found: { misses: Error[]; errors: Error[] },
): Promise<void> {
  const { latencyMs } = testCase.thresholds
  // A recorded reply took no time. A limit that the case itself gives is declined all the same, so that nobody takes it for held.
  if (reply.durationMs !== undefined || latencyMs !== undefined) {
    const latency = recordLatency(scope, reply, latencyMs ?? RESPOND_WITHIN_MS, false)
    if (latency.passed === false) found.misses.push(new Error(latencyMessage(latency)))
  }
  const settled = await Promise.allSettled(
    declaredAssertions(testCase, reply, judge).map((assertion) => {
      const pending = { call: assertion.call, site: callSite(assertDeclared), awaited: true, settled: false }
      scope.assertions.push(pending)
      return settle(assertion, scope, pending, false)
    }),
  )
  for (const result of settled) {
    if (result.status === 'fulfilled') {
      if (result.value.holds === false) found.misses.push(new Error(result.value.message()))
    } else {
      const error = result.reason as Error
      const list = JudgeDeclinedError.is(error) ? found.misses : found.errors
      list.push(error)
    }
  }
}

function declaredAssertions(testCase: EvaluationCase, reply: Reply, judge: string | undefined): JudgedAssertion[] {
  const { intent, entities, aliases, referenceDate, rubric, reference, thresholds } = testCase
  const assertions: JudgedAssertion[] = []
  if (intent !== undefined) {
    const { name, ...knowledge } = intent
    assertions.push(
      intentAssertion(reply, name, { ...knowledge, judge, atLeast: thresholds.intent ?? INTENT_AT_LEAST }),
    )
  }
  if (entities !== undefined) {
    assertions.push(
      entitiesAssertion(reply, entities, {
        aliases,
        referenceDate,
        judge,
        atLeast: thresholds.entities ?? ENTITIES_AT_LEAST,
      }),
    )
  }
  if (rubric !== undefined || reference !== undefined) {
    assertions.push(qualityAssertion(reply, thresholds.quality ?? QUALITY_AT_LEAST, { rubric, reference, judge }))
  }
  return assertions
}

/** The test, but for its result: a miss of `expect.soft` marks this object and not the test. */
function withOwnResult(task: RunningTest): RunningTest {
  let result: unknown = { state: 'run' }
  return new Proxy(task, {
    get: (target, key) => (key === 'result' ? result : (Reflect.get(target, key) as unknown)),
    set: (target, key, value) => {
      if (key !== 'result') return Reflect.set(target, key, value)
      result = value
      return true
    },
  })
}

function softMisses(task: RunningTest): Error[] {
  return (task.result?.errors ?? []).map(({ message }) => new Error(message))
}

/** Whether an error says that an expectation was missed, by Vitest's matchers, Chai's or Node's `assert`. */
function isAssertion(error: unknown): boolean {
  return (
    JudgeDeclinedError.is(error) ||
    (error instanceof Error && (error.name === 'AssertionError' || '__vitest_error_context__' in error))
  )
}
