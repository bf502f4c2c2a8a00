import { expect, test } from 'vitest'
import { explainTimeout } from '../../src/worker/explain-timeout.js'
import type { RunningTest } from '../../src/worker/test-scope.js'

const timedOut = 'Test timed out in 5000ms.\nIf this is a long-running test, pass a timeout value.'

function failedWith(message: string): RunningTest {
  return {
    result: { state: 'fail', errors: [{ message, stack: `Error: ${message}\n    at a.test.ts:1` }] },
  } as unknown as RunningTest
}

test('the message and the stack say how long was spent waiting', () => {
  const task = failedWith(timedOut)
  explainTimeout(task, 4_321.4)
  const [error] = task.result!.errors!
  expect(error!.message).toMatchInlineSnapshot(`
    "Test timed out in 5000ms. 4321 ms of it were spent waiting for a turn at the judge: its calls are limited by judge({ limits }), or its provider asked for a pause.
    If this is a long-running test, pass a timeout value."
  `)
  expect(error!.stack).toContain('4321 ms of it')
  expect(error!.stack).toContain('at a.test.ts:1')
})

test('what did not wait, and what failed otherwise, stays as it is', () => {
  const task = failedWith(timedOut)
  explainTimeout(task, 0)
  expect(task).toEqual(failedWith(timedOut))
  const other = failedWith('expected 1 to be 2')
  explainTimeout(other, 4_000)
  expect(other).toEqual(failedWith('expected 1 to be 2'))
})
