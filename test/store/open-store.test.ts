import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/open-store.js'
import { makeRun } from './make-case.js'
import { temporaryFolder } from './temporary-folder.js'

test('a relative path starts at the root, and its folder is created', async () => {
  const root = await temporaryFolder()
  const store = await openStore('sqlite:a/b/results.db', { root })
  expect(existsSync(join(root, 'a/b/results.db'))).toBe(true)
  await store.close()
})

test.for(['sqlite:', 'sqlite://'])('an absolute path is taken as it is: %s…', async (scheme) => {
  const file = join(await temporaryFolder(), 'what? #1 %20.db')
  const store = await openStore(`${scheme}${file}`, { root: '/nowhere' })
  expect(existsSync(file)).toBe(true)
  await store.close()
})

test('in memory, nothing is left', async () => {
  const root = await temporaryFolder()
  const store = await openStore('sqlite::memory:', { root })
  await store.startRun(makeRun({ id: 'gone' }))
  expect(await store.runs()).toHaveLength(1)
  await store.close()
  const again = await openStore('sqlite::memory:', { root })
  expect(await again.runs()).toEqual([])
  await again.close()
  expect(existsSync(join(root, ':memory:'))).toBe(false)
})

test('postgres is refused with what to write instead', async () => {
  await expect(openStore('postgres://me:secret@host/db')).rejects.toThrowErrorMatchingInlineSnapshot(
    `[StoreError: This version of vitest-judge keeps results in SQLite only, and was given a postgres URL. Write store: 'sqlite:.vitest-judge/results.db'.]`,
  )
  await expect(openStore('postgresql://host/db')).rejects.toMatchObject({ name: 'StoreError', code: 'url' })
})

test.for(['', 'results.db', 'sqlite:', 'sqlite://results.db', 'file:results.db', 'mysql://host/db'])(
  'refuses %j',
  async (url) => {
    await expect(openStore(url)).rejects.toMatchObject({ name: 'StoreError', code: 'url' })
  },
)

test('says what a URL looks like', async () => {
  await expect(openStore('results.db')).rejects.toThrowErrorMatchingInlineSnapshot(
    `[StoreError: Expected a store of the form 'sqlite:<path>', received "results.db". Write 'sqlite:.vitest-judge/results.db' for a path from the root, 'sqlite:/data/results.db' for an absolute one.]`,
  )
})

test('never repeats a password', async () => {
  for (const url of ['postgres://me:s3cret@host/db', 'mysql://me:s3cret@host/db'])
    await expect(openStore(url)).rejects.toThrow(/^(?![^]*s3cret)/)
})
