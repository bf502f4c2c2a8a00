import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { isBusy } from './explain-error.js'

/**
 * How long SQLite itself may wait, which holds up the whole process. The judge service answers the workers
 * in that same process, so the rest of the waiting is done here.
 */
export const blockingWaitMs = 50

const pauseMs = 20

/** Runs an operation again and again while another process holds the file, until `timeoutMs` have passed. */
export async function waitWhileBusy<T>(operation: () => T | Promise<T>, timeoutMs: number): Promise<T> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    try {
      return await operation()
    } catch (error) {
      if (!isBusy(error) || performance.now() >= deadline) throw error
    }
    await sleep(pauseMs)
  }
}
