import type { TestRecord, TrialRecord } from '../evaluation/record-schema.js'
import type { RunningTest } from './test-scope.js'

/** Adds trials to the test's record; what an earlier attempt left there stays. */
export function appendTrials(task: RunningTest, trials: TrialRecord[]): void {
  const record: TestRecord = task.meta.judge ?? { version: 1, trials: [] }
  task.meta.judge = { ...record, trials: [...record.trials, ...trials] }
}
