import type { CaseOutcome } from '../evaluation/case-outcome.js'
import type { EvaluatedCase } from '../evaluation/evaluated-case.js'
import type { JudgeIdentity } from '../evaluation/record-schema.js'

/** What is known of a run when it starts. */
export interface NewRun {
  /** Made by the store if absent. Two runs with one id are an error. */
  id?: string
  /** ISO 8601 in UTC, as `Date.prototype.toISOString` writes it: runs are sorted by this text. */
  startedAt: string
  /** Full hash; `null` outside a git repository. */
  commit: string | null
  /** `null` on a detached HEAD and outside a git repository. */
  branch: string | null
  /** Whether tracked files differed from the commit; `null` outside a git repository. */
  dirty: boolean | null
  ci: boolean
  /** `{ node: '20.20.2', vitest: '4.1.12', … }` */
  versions: Record<string, string>
  /** The default judge of the run. A score names its own, which may differ. */
  judge: Pick<JudgeIdentity, 'name' | 'fingerprint' | 'standIn'>
}

/** What is known of a run when it has ended. */
export interface RunResult {
  /** ISO 8601 in UTC. */
  finishedAt: string
  /** `failed`: the exit code was not 0. `aborted`: interrupted before all tests had run. */
  outcome: 'passed' | 'failed' | 'aborted'
  /** One line: what decided. */
  reason: string
  /** Tests. */
  passed: number
  failed: number
  skipped: number
  /** Judgements with a value, and declined ones. */
  judged: number
  notJudged: number
  errors: number
  /** Why only a part of the tests ran; `null` where all did. Absent: an older version kept the run, and nobody knows. */
  partial?: string | null
}

/** A test file that a run collected. */
export interface StoredFile {
  project: string
  file: string
  /** Keys of all its tests, run or not. */
  collected: string[]
  /** Cases that failed before they asked or judged anything. */
  broken: EvaluatedCase[]
}

export interface StoredRun extends NewRun {
  id: string
  /** `null` while the run goes on, and for ever if it was killed. */
  result: RunResult | null
}

/**
 * Where results are kept. Every method rejects with a `StoreError`, and a method that rejected has changed nothing.
 * Calls are carried out one after another, in the order in which they were made.
 */
export interface Store {
  /** Resolves to the run's id. */
  startRun(run: NewRun): Promise<string>

  /**
   * Keeps the cases, all or none. A case is known by its run, project, file and full name: recording one again (a rerun
   * in watch mode) replaces it with its trials, scores and errors, and moves it to the end.
   *
   * Text is kept as UTF-8: a lone surrogate, as cutting an emoji in half leaves, comes back as U+FFFD.
   */
  recordCases(runId: string, cases: readonly EvaluatedCase[]): Promise<void>

  /** Keeps how the run ended, and which test files it had collected. */
  finishRun(runId: string, result: RunResult, files?: readonly StoredFile[]): Promise<void>

  /** The newest runs first; at most `limit` of them, 20 unless told otherwise. */
  runs(options?: { limit?: number }): Promise<StoredRun[]>

  run(id: string): Promise<StoredRun | null>

  /** The ids of all runs, the newest first. */
  runIds(): Promise<string[]>

  /** All cases of a run in the order of recording, with trials, replies, scores and errors. None for an unknown run. */
  cases(runId: string): Promise<EvaluatedCase[]>

  /** What became of each case of a run, or of those with one key: a fraction of the work of `cases`. None for an unknown run. */
  outcomes(runId: string, only?: { key?: string }): Promise<CaseOutcome[]>

  /** The test files that a run had collected when it ended, in order of project and file. */
  files(runId: string): Promise<StoredFile[]>

  /** Waits for what was asked before, then lets go of the file. Closing twice is allowed. */
  close(): Promise<void>
}
