import type { Database } from 'better-sqlite3'
import { StoreError } from '../store-error.js'
import { migrations } from './migrations.js'

/** Marks a file as ours in its header ('vJud'), so that another program's database is never written to. */
const applicationId = 0x764a7564

/**
 * Brings a file to the newest version, in one transaction. Of two processes that come at once, the second
 * waits for the lock and finds nothing left to do.
 */
export function migrate(database: Database, steps: readonly string[] = migrations): void {
  if (schemaVersion(database, steps) === steps.length) return
  database
    .transaction(() => {
      for (const step of steps.slice(schemaVersion(database, steps))) database.exec(step)
      database.pragma(`application_id = ${applicationId}`)
      database.pragma(`user_version = ${steps.length}`)
    })
    .immediate()
}

/** Reads only: a file that is refused stays as it was. In one transaction, for another process may be migrating. */
export function schemaVersion(database: Database, steps: readonly string[] = migrations): number {
  const { version, owner, isEmpty } = database.transaction(() => ({
    version: database.pragma('user_version', { simple: true }) as number,
    owner: database.pragma('application_id', { simple: true }) as number,
    isEmpty: database.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get() === undefined,
  }))()
  if (owner !== applicationId) {
    if (version === 0 && isEmpty) return 0
    throw new StoreError(
      'foreign',
      `Expected a results file of vitest-judge, but ${database.name} is a database of another program. ` +
        'It was left as it is. Name another file in the store option.',
    )
  }
  if (version > steps.length) {
    throw new StoreError(
      'newer',
      `${database.name} was written by a newer vitest-judge (schema ${version}, this one knows ${steps.length}). ` +
        'It was left as it is. Update vitest-judge, or name another file in the store option.',
    )
  }
  return version
}
