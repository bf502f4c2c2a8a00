import type { TestRecord, TrialRecord } from '../evaluation/record-schema.js'
import { pointAt } from './call-site.js'
import { runInTrial, TrialScope, type PendingAssertion, type RunningTest } from './test-scope.js'

/** Where a test stands among its `retry` attempts and `repeats`, which Vitest tells only after the test has begun. */
interface Progress {
  attempt: number
  repeat: number
  retryCount: number
  /** Why an earlier repeat was not judged. */
  notJudged: string | undefined
}

const progress = new WeakMap<RunningTest, Progress>()

/** Runs one attempt of a test as a trial of ours, and leaves its record in `task.meta.judge`. */
export async function runTest(
  task: RunningTest,
  signal: AbortSignal | undefined,
  run: () => Promise<void>,
): Promise<void> {
  const { attempt, repeat } = advance(task)
  const scope = new TrialScope(task, attempt, repeat, 0, signal)
  await runInTrial(scope, run)

  const forgotten = forgottenAssertions(scope, task.result?.state === 'pass')
  const state = forgotten.length > 0 ? 'fail' : task.result?.state
  if (scope.replies.length > 0 || scope.assertions.length > 0 || scope.errors.length > 0) {
    const passed = state === 'skip' ? null : state === 'pass' ? (scope.notJudged === undefined ? true : null) : false
    appendTrials(task, [scope.toRecord(passed)])
  }
  const [first] = forgotten
  if (first !== undefined)
    throw forgotten.length === 1 ? first : new AggregateError(forgotten, 'assertions were not awaited')
}

/**
 * An error for every assertion whose verdict came too late to count, with the stack of the line that forgot to wait.
 *
 * @param isOver whether the trial came to its end; in one that broke off, a judgement may well be under way
 */
export function forgottenAssertions(scope: TrialScope, isOver: boolean): Error[] {
  const forgotten = scope.assertions.filter(({ awaited, settled }) => !awaited || (isOver && !settled))
  for (const assertion of forgotten) assertion.isForgotten = true
  return forgotten.map(notAwaited)
}

/**
 * Notes why the test was not judged. Once its last repeat is over, and if nothing failed, it ends as skipped.
 *
 * @returns the note to skip with, if it is time
 */
export function noteNotJudged(task: RunningTest, reason: string | undefined): string | undefined {
  const state = progress.get(task)
  if (state === undefined) return undefined
  state.notJudged ??= reason
  const isLast = state.repeat >= (task.repeats ?? 0)
  return isLast && task.result?.state === 'pass' ? state.notJudged : undefined
}

/** Adds trials to the test's record; what an earlier attempt left there stays. */
export function appendTrials(task: RunningTest, trials: TrialRecord[]): void {
  const record: TestRecord = task.meta.judge ?? { version: 1, trials: [] }
  task.meta.judge = { ...record, trials: [...record.trials, ...trials] }
}

function advance(task: RunningTest): { attempt: number; repeat: number } {
  const retryCount = task.result?.retryCount ?? 0
  const before = progress.get(task)
  const isRetry = before !== undefined && retryCount > before.retryCount
  const now: Progress = {
    attempt: isRetry ? before.attempt + 1 : 0,
    repeat: before === undefined ? 0 : isRetry ? before.repeat : before.repeat + 1,
    retryCount,
    notJudged: before?.notJudged,
  }
  progress.set(task, now)
  return now
}

function notAwaited({ call, site }: PendingAssertion): Error {
  return pointAt(
    new Error(`\`${call}\` was not awaited, so its verdict came too late to count.\n\nWrite: await ${call}`),
    site,
  )
}
