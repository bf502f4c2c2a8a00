import { setTimeout as setNodeTimeout } from 'node:timers'
import type { EvaluatedCase } from '../evaluation/evaluated-case.js'
import type { Store } from './store.js'

export interface BatchedWriterOptions {
  store: Pick<Store, 'recordCases'>
  runId: string
  /** A batch is written when it holds so many cases, … */
  maxCases?: number
  /** … or when its first case has waited so long, in milliseconds. */
  maxDelayMs?: number
  setTimeout?: (run: () => void, ms: number) => unknown
  /** Called with the first error, and never again. */
  onError: (error: unknown) => void
}

export interface BatchedWriter {
  /** Cases that were not written, because the store failed or the writer was closed. */
  readonly lost: number
  add(evaluated: EvaluatedCase): void
  /** Resolves when everything added before is written, or lost. Never rejects. */
  flush(): Promise<void>
  /** Flushes; what is added afterwards is lost. */
  close(): Promise<void>
}

/**
 * Writes cases in batches while the run goes, so that what a killed run leaves behind is all but its last moment.
 * A store that fails costs the run its results and nothing else: the error is reported once, and later cases are counted.
 */
export function batchedWriter({
  store,
  runId,
  // A few milliseconds: the same process answers the workers.
  maxCases = 50,
  maxDelayMs = 200,
  setTimeout = (run, ms) => setNodeTimeout(run, ms).unref(),
  onError,
}: BatchedWriterOptions): BatchedWriter {
  let pending: EvaluatedCase[] = []
  let written = Promise.resolve()
  let timerIsSet = false
  let isBroken = false
  let isClosed = false
  let lost = 0

  async function write(batch: EvaluatedCase[]): Promise<void> {
    if (isBroken) {
      lost += batch.length
      return
    }
    try {
      await store.recordCases(runId, batch)
    } catch (error) {
      isBroken = true
      lost += batch.length
      onError(error)
    }
  }

  function flush(): Promise<void> {
    if (pending.length > 0) {
      const batch = pending
      pending = []
      written = written.then(() => write(batch))
    }
    return written
  }

  return {
    get lost() {
      return lost
    },

    add(evaluated) {
      if (isBroken || isClosed) {
        lost += 1
        return
      }
      pending.push(evaluated)
      if (pending.length >= maxCases) {
        void flush()
      } else if (!timerIsSet) {
        timerIsSet = true
        setTimeout(() => {
          timerIsSet = false
          void flush()
        }, maxDelayMs)
      }
    },

    flush,

    close() {
      isClosed = true
      return flush()
    },
  }
}
