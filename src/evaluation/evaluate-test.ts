import { plainParser } from '../schema/is-plainly.js'
import { shortHash } from '../text/short-hash.js'
import { countedTrials, isCompleted } from './counted-trials.js'
import { evaluateMetrics, scoreOutcome } from './evaluate-metrics.js'
import type { EvaluatedCase } from './evaluated-case.js'
import { type ErrorRecord, type TestRecord, testRecordSchema, type TrialRecord } from './record-schema.js'
import { representativeTrial } from './representative-trial.js'
import { sumUsage } from './sum-usage.js'

const parseRecord = plainParser(testRecordSchema)

/** One finished test: what Vitest knows of it, and what its worker sent. */
export interface FinishedTest {
  /** What came in `task.meta.judge`; unchecked. */
  record: unknown
  /** Name of the Vitest project, '' for the only one. */
  project: string
  /** Test file from the root, with forward slashes. */
  file: string
  /** Full test name, `suite > test`. */
  name: string
  /** The enclosing describe block, or the file where there is none. */
  suite: string
  line?: number | undefined
  /** Its key among the tests of its file; absent: the dataset's id, else the name. */
  key?: string | undefined
  state: 'passed' | 'failed' | 'skipped'
  /** Messages of what Vitest failed the test with. */
  testErrors: string[]
}

/**
 * Turns one finished test into the unit of store, baseline and report. `null` for a test that judged nothing and
 * asked no assistant; a record that is not one gives a case with an error that says so.
 *
 * Trials count once each, whatever `retry` did; usage counts every attempt, for each was paid.
 */
export function evaluateTest(test: FinishedTest): EvaluatedCase | null {
  if (test.record === undefined || test.record === null) return null
  const parsed = parseRecord(test.record)
  return parsed.success ? evaluateRecord(test, parsed.data) : unreadableCase(test, parsed.error.issues)
}

function evaluateRecord(test: FinishedTest, record: TestRecord): EvaluatedCase {
  const trials = countedTrials(record.trials)
  const representative = representativeTrial(trials)
  const replies = trials.flatMap((trial) => trial.replies)
  const allReplies = record.trials.flatMap((trial) => trial.replies)
  const allScores = record.trials.flatMap((trial) => trial.scores)
  const firstCompleted = trials.find(isCompleted)
  const contextHash = hashOfContexts(firstCompleted)
  const evaluated = emptyCase(test, record)
  evaluated.trials = trials
  if (firstCompleted !== undefined) evaluated.inputs = firstCompleted.replies.map((reply) => reply.input)
  if (contextHash !== undefined) evaluated.contextHash = contextHash
  evaluated.metrics = evaluateMetrics(trials, representative)
  if (representative !== undefined && representative.replies.length > 0) {
    evaluated.reply = representative.replies.map((reply) => reply.text).join('\n\n')
  }
  evaluated.errors = errorsOf(test, record, trials)
  evaluated.latenciesMs = replies.flatMap((reply) => reply.durationMs ?? [])
  evaluated.assistantUsage = sumUsage(allReplies.map((reply) => (reply.replayed === true ? undefined : reply.usage)))
  evaluated.judgeUsage = sumUsage(allScores.map((score) => score.usage))
  return evaluated
}

// Field by field and not spread, which takes several times as long: this is made for every test of a run.
function emptyCase(test: FinishedTest, record?: TestRecord): EvaluatedCase {
  const evaluated: EvaluatedCase = {
    project: test.project,
    file: test.file,
    name: test.name,
    key: test.key ?? record?.case?.id ?? test.name,
    // `describeCases` may nest its tests deeper than the suite that the user named.
    suite: record?.case?.suite ?? record?.acceptance?.suite ?? test.suite,
    state: test.state,
    trials: [],
    inputs: [],
    metrics: [],
    errors: [],
    latenciesMs: [],
    assistantUsage: {},
    judgeUsage: {},
  }
  if (test.line !== undefined) evaluated.line = test.line
  if (record?.case !== undefined) evaluated.case = record.case
  if (record?.acceptance !== undefined) evaluated.acceptance = record.acceptance
  if (record?.passed !== undefined) evaluated.passed = record.passed
  return evaluated
}

function hashOfContexts(trial: TrialRecord | undefined): string | undefined {
  const contexts = trial?.replies.map((reply) => reply.context ?? null) ?? []
  return contexts.some((context) => context !== null) ? shortHash(contexts) : undefined
}

function errorsOf(test: FinishedTest, record: TestRecord, trials: readonly TrialRecord[]): ErrorRecord[] {
  const errors = new Map<string, ErrorRecord>()
  const add = (error: ErrorRecord) => {
    if (!errors.has(error.message)) errors.set(error.message, error)
  }
  for (const trial of trials) {
    trial.errors.forEach(add)
    for (const score of trial.scores) if (score.error !== undefined) add({ stage: 'judge', message: score.error })
  }
  if (test.state === 'failed' && !failedByScore(record, trials)) {
    for (const message of test.testErrors) {
      // Of a failure that is known already, one of the two messages often has a prefix, as in `Error: …`.
      const known = [...errors.keys()].some((other) => holds(message, other) || holds(other, message))
      if (!known) add({ stage: 'test', message })
    }
  }
  return [...errors.values()]
}

function holds(text: string, part: string): boolean {
  return part !== '' && text.includes(part)
}

/** Whether a score or a missed acceptance explains that the test failed. */
function failedByScore(record: TestRecord, trials: readonly TrialRecord[]): boolean {
  if (record.acceptance?.criteria.some((criterion) => !criterion.passed)) return true
  // `passed` comes where a miss is recorded and not thrown, so there a miss explains nothing.
  const missesThrow = record.passed === undefined
  return trials
    .flatMap((trial) => trial.scores)
    .some((score) => {
      const outcome = scoreOutcome(score)
      // A stand-in that declines lets the test go on.
      return (outcome === 'missed' && missesThrow) || (outcome === 'declined' && score.judge.standIn === undefined)
    })
}

interface Issue {
  path: PropertyKey[]
  message: string
}

function unreadableCase(test: FinishedTest, issues: readonly Issue[]): EvaluatedCase {
  const [issue] = issues
  const place = issue === undefined || issue.path.length === 0 ? 'the record' : issue.path.map(String).join('.')
  const message =
    `The record of this test is not one of this version of vitest-judge: ${place}: ${issue?.message ?? 'unknown'}. ` +
    'Only vitest-judge may write `task.meta.judge`, and the worker needs the same version as the plugin: ' +
    'see `npm ls vitest-judge`.'
  const evaluated = emptyCase(test)
  evaluated.errors = [message, ...new Set(test.testErrors)].map((text) => ({ stage: 'test', message: text }))
  return evaluated
}
