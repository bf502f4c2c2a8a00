import { resolve } from 'node:path'
import { newRunId } from './run-id.js'
import { StoreError } from './store-error.js'
import type { Store } from './store.js'

export interface StoreOptions {
  /** Where a relative path starts. Default: the current directory. */
  root?: string
  /** How long to wait for a file that another process holds, in milliseconds. Default: 10,000. */
  busyTimeoutMs?: number
  /** Makes the ids of runs. Default: UUID version 7, which sorts by time. */
  id?: () => string
}

/**
 * Opens the results of earlier runs, for writing and reading. A missing file is created with its folder; a file from an
 * older version is migrated. Any number of processes may have one file open.
 *
 * @param url `sqlite:<path>`, or `sqlite::memory:` for one that is gone when closed
 * @throws {StoreError} The URL or the file cannot be opened, or better-sqlite3 (an optional peer) is not installed
 *
 * @example
 * const store = await openStore('sqlite:.vitest-judge/results.db')
 * const [latest] = await store.runs({ limit: 1 })
 * await store.close()
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  const { root = process.cwd(), busyTimeoutMs = 10_000, id = newRunId } = options
  const file = resultsFile(url, root)
  const { openSqliteStore } = await import('./sqlite/sqlite-store.js')
  return openSqliteStore({ file, busyTimeoutMs, id: () => id() })
}

function resultsFile(url: string, root: string): string {
  if (/^postgres(ql)?:/.test(url)) {
    throw new StoreError(
      'url',
      'This version of vitest-judge keeps results in SQLite only, and was given a postgres URL. ' +
        "Write store: 'sqlite:.vitest-judge/results.db'.",
    )
  }
  const path = /^sqlite:(?!\/\/[^/])(.+)$/s.exec(url)?.[1]
  if (path === undefined) {
    throw new StoreError(
      'url',
      `Expected a store of the form 'sqlite:<path>', received ${JSON.stringify(withoutCredentials(url))}. ` +
        "Write 'sqlite:.vitest-judge/results.db' for a path from the root, 'sqlite:/data/results.db' for an absolute one.",
    )
  }
  return path === ':memory:' ? path : resolve(root, path)
}

/** The message ends up in CI logs. */
function withoutCredentials(url: string): string {
  return url.replace(/\/\/[^/]*@/, '//…@')
}
