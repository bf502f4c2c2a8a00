import type { Database } from 'better-sqlite3'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { loadDriver, unusableDriver } from './load-driver.js'
import type { Driver } from './load-driver.js'
import { migrate, schemaVersion } from './migrate.js'
import { blockingWaitMs, waitWhileBusy } from './wait-while-busy.js'

/** Opens a results file at its newest version, and creates it if need be. */
export async function openDatabase(file: string, busyTimeoutMs: number): Promise<Database> {
  const driver = await loadDriver()
  if (file !== ':memory:') prepareFolder(dirname(file))
  return waitWhileBusy(() => openOnce(driver, file, Math.min(busyTimeoutMs, blockingWaitMs)), busyTimeoutMs)
}

/** SQLite writes its log beside the file, and calls a folder where it may not do so a file that it cannot open. */
function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true })
  accessSync(folder, constants.W_OK)
}

function openOnce(driver: Driver, file: string, timeout: number): Database {
  const database = connect(driver, file, timeout)
  try {
    // Before anything is written: switching to WAL would already change a file that is not ours.
    schemaVersion(database)
    // Of a new file. Replies of 2 KB spill out of pages of 4 KB: a third more to write and to keep.
    database.pragma('page_size = 16384')
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = NORMAL')
    database.pragma('foreign_keys = ON')
    // What a statement may have to undo goes to memory: as a file it is written page by page, thirty times as much as the rows themselves.
    database.pragma('temp_store = MEMORY')
    migrate(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function connect(driver: Driver, file: string, timeout: number): Database {
  try {
    return new driver(file, { timeout })
  } catch (error) {
    if (error instanceof driver.SqliteError || error instanceof TypeError) throw error
    throw unusableDriver(error)
  }
}
