import type { RunningTest } from './test-scope.js'

const TIMED_OUT = /^Test timed out in \d+ms\./

/** Says in the message of a test that ran out of time how much of it went into waiting for a turn at the judge. */
export function explainTimeout(task: RunningTest, waitedMs: number): void {
  if (waitedMs < 1) return
  for (const error of task.result?.errors ?? []) {
    const [firstLine] = TIMED_OUT.exec(error.message) ?? []
    if (firstLine === undefined) continue
    const explained =
      `${firstLine} ${Math.round(waitedMs)} ms of it were spent waiting for a turn at the judge: ` +
      'its calls are limited by judge({ limits }), or its provider asked for a pause.'
    error.message = error.message.replace(firstLine, explained)
    if (error.stack !== undefined) error.stack = error.stack.replace(firstLine, explained)
  }
}
