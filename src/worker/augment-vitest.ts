import type { TestRecord } from '../evaluation/record-schema.js'
import type { WorkerOptions } from './worker-state.js'

declare module 'vitest' {
  interface ProvidedContext {
    vitestJudge: WorkerOptions
  }
  interface TaskMeta {
    /** What vitest-judge records of a test. */
    judge?: TestRecord
  }
}
