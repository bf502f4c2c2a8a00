import { appendTrials } from './append-trials.js'
import { explainTimeout } from './explain-timeout.js'
import { forgottenAssertions } from './forgotten-assertions.js'
import { enterTrial, leaveTrial, TrialScope, type RunningTest } from './test-scope.js'

const TEST_IS_OVER = new Error('the test was over before the judge had answered')

/** Where Vitest stands with a test: which of its `retry` attempts, and of its `repeats`. */
interface Try {
  retry: number
  repeats: number
}

/** What is followed of a Vitest test runner. Each may be missing, or belong to a runner of the user's own. */
export interface FollowedRunner {
  onBeforeTryTask?: (test: RunningTest, options: Try) => unknown
  onTaskFinished?: (test: RunningTest) => unknown
  onAfterRetryTask?: (test: RunningTest, options: Try) => unknown
}

/**
 * Makes every attempt at a test a trial of ours, which leaves its record in `task.meta.judge`.
 *
 * The runner is followed, and not `aroundEach` and `afterEach`: those take one of the `maxConcurrency` places each, behind all tests that wait
 * for theirs, so that no concurrent test of a file would end before the last of them has run. Here a test's record leaves when the
 * test ends, and what is asserted in the user's own hooks belongs to it too.
 */
export function followTests(runner: FollowedRunner): void {
  const { onBeforeTryTask, onTaskFinished, onAfterRetryTask } = runner
  const trials = new WeakMap<RunningTest, TrialScope>()
  /** Why a test was not judged in one of its repeats. */
  const notJudged = new WeakMap<RunningTest, string>()

  runner.onBeforeTryTask = (test, attempt) => {
    const { retry, repeats } = attempt
    const scope = new TrialScope({ task: test, attempt: retry, repeat: repeats, signal: test.context.signal })
    trials.set(test, scope)
    enterTrial(scope)
    return onBeforeTryTask?.call(runner, test, attempt)
  }

  runner.onTaskFinished = async (test) => {
    await onTaskFinished?.call(runner, test)
    const scope = trials.get(test)
    if (scope === undefined) return
    const reason = notJudged.get(test) ?? scope.notJudged
    if (reason === undefined) return
    notJudged.set(test, reason)
    // Nothing was found wrong and not all was judged: that is no pass.
    if (scope.repeat >= (test.repeats ?? 0) && test.result?.state === 'pass') test.context.skip(reason)
  }

  runner.onAfterRetryTask = async (test, attempt) => {
    await onAfterRetryTask?.call(runner, test, attempt)
    const scope = trials.get(test)
    if (scope === undefined) return
    // The test itself stays until its file is over: what its trial kept for messages need not.
    trials.delete(test)
    leaveTrial(scope)
    explainTimeout(test, scope.waiting.ms)
    // Whoever still waits for a judgement, after a timeout say, waits for nothing: its place is another's.
    const { signal, cancellation } = scope
    try {
      end(scope)
    } finally {
      cancellation.abort(signal?.aborted === true ? signal.reason : TEST_IS_OVER)
    }
  }
}

/** @throws where an assertion was not awaited */
function end(scope: TrialScope): void {
  const { task } = scope
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
