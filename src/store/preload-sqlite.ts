import { loadDriver } from './sqlite/load-driver.js'

/** Loads all that opening a results file will need, the driver's binary too, and touches no file. */
export async function preloadSqlite(): Promise<void> {
  const [Driver] = await Promise.all([loadDriver(), import('./sqlite/sqlite-store.js')])
  // The binary comes with the first database.
  new Driver(':memory:').close()
}
