import type { Database } from 'better-sqlite3'
import { StoreError } from '../store-error.js'
import type { NewRun, RunResult, Store, StoredFile } from '../store.js'
import { caseWriter } from './case-writer.js'
import { explainError } from './explain-error.js'
import { openDatabase } from './open-database.js'
import type { RunReader } from './run-reader.js'
import { wellFormed } from './well-formed.js'
import { waitWhileBusy } from './wait-while-busy.js'

export interface SqliteStoreOptions {
  /** An absolute path, or `:memory:`. */
  file: string
  busyTimeoutMs: number
  id: () => string
}

export async function openSqliteStore({ file, busyTimeoutMs, id }: SqliteStoreOptions): Promise<Store> {
  const { database, write } = await openForWriting(file, busyTimeoutMs).catch((error: unknown) => {
    throw explainError(error, file)
  })

  let last: Promise<unknown> = Promise.resolve()
  let closed = false

  /** One after another: a write must not slip into the transaction of a read that is being awaited. */
  function inTurn<T>(operation: () => T | Promise<T>): Promise<T> {
    if (closed) return Promise.reject(new StoreError('closed', `${file} was already closed. Open the store again.`))
    const turn = last.then(async () => {
      try {
        return await waitWhileBusy(operation, busyTimeoutMs)
      } catch (error) {
        throw explainError(error, file)
      }
    })
    last = turn.catch(() => undefined)
    return turn
  }

  function transaction<T>(operation: () => T): Promise<T> {
    return inTurn(() => database.transaction(operation).immediate())
  }

  function requireRun(runId: string): void {
    if (write.isRun.get(runId) === undefined) {
      throw new StoreError('failed', `${file} holds no run ${JSON.stringify(runId)}. Call startRun first.`)
    }
  }

  let reader: Promise<RunReader> | undefined
  function read(): Promise<RunReader> {
    reader ??= import('./run-reader.js').then(({ runReader }) => runReader(database))
    return reader
  }

  return {
    startRun(run: NewRun) {
      const runId = run.id ?? id()
      return transaction(() => {
        if (write.isRun.get(runId) !== undefined) {
          throw new StoreError(
            'failed',
            `${file} already holds a run ${JSON.stringify(runId)}. Give each run its own id.`,
          )
        }
        write.run.run(
          wellFormed([
            runId,
            run.startedAt,
            run.commit,
            run.branch,
            run.dirty === null ? null : Number(run.dirty),
            Number(run.ci),
            JSON.stringify(run.versions),
            run.judge.name,
            run.judge.fingerprint,
            run.judge.standIn ?? null,
          ]),
        )
        return runId
      })
    },

    recordCases(runId, cases) {
      return transaction(() => {
        requireRun(runId)
        write.cases(runId, cases)
      })
    },

    finishRun(runId, result: RunResult, files: readonly StoredFile[] = []) {
      return transaction(() => {
        requireRun(runId)
        write.result.run(
          wellFormed([
            result.finishedAt,
            result.outcome,
            result.reason,
            result.passed,
            result.failed,
            result.skipped,
            result.judged,
            result.notJudged,
            result.errors,
            result.partial === undefined ? null : (result.partial ?? ''),
            runId,
          ]),
        )
        for (const { project, file, collected, broken } of files) {
          write.file.run(wellFormed([runId, project, file, JSON.stringify(collected), JSON.stringify(broken)]))
        }
      })
    },

    runs({ limit = 20 } = {}) {
      return inTurn(async () => (await read()).runs(limit))
    },

    run(runId) {
      return inTurn(async () => (await read()).run(runId))
    },

    runIds() {
      return inTurn(async () => (await read()).runIds())
    },

    cases(runId) {
      return inTurn(async () => (await read()).cases(runId))
    },

    outcomes(runId, only = {}) {
      return inTurn(async () => (await read()).outcomes(runId, only))
    },

    files(runId) {
      return inTurn(async () => (await read()).files(runId))
    },

    async close() {
      closed = true
      await last
      database.close()
    },
  }
}

async function openForWriting(file: string, busyTimeoutMs: number) {
  const database = await openDatabase(file, busyTimeoutMs)
  try {
    return { database, write: prepareWrites(database) }
  } catch (error) {
    database.close()
    throw error
  }
}

function prepareWrites(database: Database) {
  return {
    run: database.prepare(
      `INSERT INTO runs (id, started_at, commit_sha, branch, dirty, ci, versions, judge_name, judge_fingerprint,
         judge_stand_in) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    result: database.prepare(
      `UPDATE runs SET finished_at = ?, outcome = ?, reason = ?, passed = ?, failed = ?, skipped = ?, judged = ?,
         not_judged = ?, errors = ?, partial = ? WHERE id = ?`,
    ),
    file: database.prepare(
      'INSERT OR REPLACE INTO files (run_id, project, file, collected, broken) VALUES (?, ?, ?, ?, ?)',
    ),
    isRun: database.prepare('SELECT 1 FROM runs WHERE id = ?'),
    cases: caseWriter(database),
  }
}
