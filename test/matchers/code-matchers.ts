import { beforeAll, beforeEach, expect } from 'vitest'
import type {} from '../../src/matchers/augment-expect.js'
import { matchers } from '../../src/matchers/matchers.js'
import type { ScoreRecord } from '../../src/evaluation/record-schema.js'
import { runInTrial, TrialScope } from '../../src/worker/test-scope.js'
import type { WorkerOptions } from '../../src/worker/worker-state.js'
import { setWorkerWithoutJudge } from '../support/worker-state.js'

/** A trial for each test of a file, and what is recorded in it. For matchers that ask no judge. */
export function codeMatchers(options: Partial<WorkerOptions> = {}) {
  let trial: TrialScope
  beforeAll(() => {
    setWorkerWithoutJudge(options)
    expect.extend(matchers)
  })
  beforeEach(({ task, signal }) => {
    trial = new TrialScope({ task, attempt: 0, repeat: 0, signal })
  })
  return {
    inTrial: <T>(run: () => T | Promise<T>): Promise<T> => runInTrial(trial, run),
    scores: (): ScoreRecord[] => trial.toRecord(true).scores,
    replies: () => trial.replies,
    assertions: () => trial.assertions,
  }
}

export function reply(more: object = {}) {
  return { input: 'Refund order 7', text: 'Done.', durationMs: 20, ...more }
}

/** The message that an assertion fails with. */
export function messageOf(assert: () => unknown): string {
  try {
    assert()
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('it holds')
}
