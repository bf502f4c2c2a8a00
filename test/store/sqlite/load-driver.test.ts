import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { loadDriver } from '../../../src/store/sqlite/load-driver.js'
import { temporaryFolder } from '../temporary-folder.js'

/** A project in which better-sqlite3 has this version, and code that must not be reached. */
async function projectWith(version: string | null): Promise<URL> {
  const folder = await temporaryFolder()
  if (version !== null) {
    const driver = join(folder, 'node_modules/better-sqlite3')
    mkdirSync(driver, { recursive: true })
    writeFileSync(join(driver, 'package.json'), JSON.stringify({ name: 'better-sqlite3', version, main: 'index.js' }))
    writeFileSync(join(driver, 'index.js'), `throw new Error('was loaded')`)
  }
  return pathToFileURL(join(folder, 'index.js'))
}

test('loads what is installed', async () => {
  const driver = await loadDriver()
  const database = new driver(':memory:')
  expect(database.prepare('SELECT 1').pluck().get()).toBe(1)
  database.close()
})

test('missing: names the major that fits this Node', async () => {
  const from = await projectWith(null)
  await expect(loadDriver({ from, nodeVersion: '20.20.2' })).rejects.toThrowErrorMatchingInlineSnapshot(`
    [StoreError: Results are kept with better-sqlite3, which is not installed. Run: npm i -D better-sqlite3@12
    To go without a results file, write store: false.]
  `)
  await expect(loadDriver({ from, nodeVersion: '24.1.0' })).rejects.toMatchObject({
    code: 'driver',
    message: expect.stringContaining('npm i -D better-sqlite3@13') as string,
  })
})

test('version 13 on Node 20 is refused before its code runs', async () => {
  const from = await projectWith('13.2.0')
  await expect(loadDriver({ from, nodeVersion: '20.20.2' })).rejects.toThrowErrorMatchingInlineSnapshot(
    `[StoreError: better-sqlite3 13.2.0 needs Node 22 and crashes Node 20.20.2, so it was not loaded. Run: npm i -D better-sqlite3@12 (or update Node).]`,
  )
  await expect(loadDriver({ from, nodeVersion: '22.0.0' })).rejects.toThrow('was loaded')
})

test('version 12 on Node 20 is not', async () => {
  await expect(loadDriver({ from: await projectWith('12.11.1'), nodeVersion: '20.20.2' })).rejects.toThrow('was loaded')
})
