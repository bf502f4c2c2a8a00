import Database from 'better-sqlite3'
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../../src/store/open-store.js'
import { StoreError } from '../../../src/store/store-error.js'
import { makeCase, makeRun } from '../make-case.js'
import { temporaryFolder } from '../temporary-folder.js'
import { transpileStore } from '../transpile-store.js'

/** The error without the folder, which is another in each run. */
async function storeError(promise: Promise<unknown>, folder: string): Promise<string> {
  const error = await promise.then(
    () => expect.unreachable('resolved'),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(StoreError)
  const { code, message } = error as StoreError
  return `${code}: ${message.replaceAll(folder, '<folder>')}`
}

async function folderWithResults(): Promise<{ folder: string; file: string }> {
  const folder = await temporaryFolder()
  const file = join(folder, 'results.db')
  const store = await openStore(`sqlite:${file}`)
  await store.startRun(makeRun({ id: 'first' }))
  await store.recordCases('first', [makeCase()])
  await store.close()
  return { folder, file }
}

describe('a file that another process holds', () => {
  test('is waited for, and then an error', async () => {
    const { folder, file } = await folderWithResults()
    const store = await openStore(`sqlite:${file}`, { busyTimeoutMs: 120 })
    const other = new Database(file)
    other.exec('BEGIN EXCLUSIVE')

    const started = performance.now()
    expect(await storeError(store.recordCases('first', [makeCase({ name: 'late' })]), folder)).toMatchInlineSnapshot(
      `"locked: <folder>/results.db is locked by another process, and was not released in time. End that process, or give this run a results file of its own in the store option."`,
    )
    expect(performance.now() - started).toBeGreaterThan(110)
    expect(await store.cases('first')).toHaveLength(1)

    other.exec('COMMIT')
    await store.recordCases('first', [makeCase({ name: 'late' })])
    expect(await store.cases('first')).toHaveLength(2)
    other.close()
    await store.close()
  })

  test('and releases in time, is written; meanwhile the event loop turns', async () => {
    const { file } = await folderWithResults()
    const store = await openStore(`sqlite:${file}`)
    const other = new Database(file)
    other.exec('BEGIN EXCLUSIVE')
    setTimeout(() => other.exec('COMMIT'), 200)
    await store.recordCases('first', [makeCase({ name: 'late' })])
    expect(await store.cases('first')).toHaveLength(2)
    other.close()
    await store.close()
  })

  test('before it has a schema is an error too', async () => {
    const folder = await temporaryFolder()
    const other = new Database(join(folder, 'results.db'))
    other.exec('BEGIN EXCLUSIVE')
    const opening = openStore('sqlite:results.db', { root: folder, busyTimeoutMs: 60 })
    expect(await storeError(opening, folder)).toMatch('locked: <folder>/results.db is locked by another process')
    other.close()
  })
})

describe('a file that is not ours', () => {
  test('no database', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'results.db')
    const content = 'These are notes, and more than a header of them. '.repeat(100)
    writeFileSync(file, content)
    expect(await storeError(openStore(`sqlite:${file}`), folder)).toMatchInlineSnapshot(
      `"corrupt: <folder>/results.db is damaged, or not an SQLite database. It was left as it is. Move it away to begin a new one, or name another file in the store option."`,
    )
    expect(readFileSync(file, 'utf8')).toBe(content)
    expect(readdirSync(folder)).toEqual(['results.db'])
  })

  test('damaged in the middle: opening or reading says so, and nothing is overwritten', async () => {
    const { folder, file } = await folderWithResults()
    const bytes = readFileSync(file)
    bytes.fill(0xa5, 16_384)
    writeFileSync(file, bytes)
    const read = async () => {
      const store = await openStore(`sqlite:${file}`)
      try {
        return await store.cases('first')
      } finally {
        await store.close()
      }
    }
    expect(await storeError(read(), folder)).toMatch(/^corrupt: <folder>\/results\.db is damaged/)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  test('a row that does not fit the schema', async () => {
    const { folder, file } = await folderWithResults()
    const other = new Database(file)
    other.exec(`UPDATE cases SET metrics = '[{"key": 1}]'`)
    const store = await openStore(`sqlite:${file}`)
    expect(await storeError(store.cases('first'), folder)).toMatch(
      /^corrupt: <folder>\/results\.db holds a case 1 \(support > finds an order\) that this version[^]*metrics/,
    )
    other.exec(`UPDATE cases SET metrics = '{'`)
    expect(await storeError(store.cases('first'), folder)).toMatch(/^corrupt: [^]*JSON/)
    other.close()
    await store.close()
  })

  test('from a newer version', async () => {
    const { folder, file } = await folderWithResults()
    const other = new Database(file)
    other.pragma('user_version = 99')
    other.pragma('journal_mode = DELETE')
    other.close()
    const before = readFileSync(file)
    expect(await storeError(openStore(`sqlite:${file}`), folder)).toMatchInlineSnapshot(
      `"newer: <folder>/results.db was written by a newer vitest-judge (schema 99, this one knows 4). It was left as it is. Update vitest-judge, or name another file in the store option."`,
    )
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('of another program', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'results.db')
    const other = new Database(file)
    other.exec('CREATE TABLE songs (title TEXT)')
    other.close()
    const before = readFileSync(file)
    expect(await storeError(openStore(`sqlite:${file}`), folder)).toMatchInlineSnapshot(
      `"foreign: Expected a results file of vitest-judge, but <folder>/results.db is a database of another program. It was left as it is. Name another file in the store option."`,
    )
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

test('a file of ours that lost a table', async () => {
  const { folder, file } = await folderWithResults()
  const other = new Database(file)
  other.exec('DROP TABLE scores')
  other.close()
  expect(await storeError(openStore(`sqlite:${file}`), folder)).toBe(
    'failed: <folder>/results.db: no such table: scores',
  )
})

describe('a place that cannot be written', () => {
  test('a folder instead of a file, a file instead of a folder', async () => {
    const folder = await temporaryFolder()
    mkdirSync(join(folder, 'taken'))
    writeFileSync(join(folder, 'file'), '')
    expect(await storeError(openStore(`sqlite:${join(folder, 'taken')}`), folder)).toMatchInlineSnapshot(
      `"unreachable: <folder>/taken cannot be opened: it, or something on its path, is not what it should be, or may not be read. Correct the path in the store option."`,
    )
    expect(await storeError(openStore(`sqlite:${join(folder, 'file/results.db')}`), folder)).toMatch(/^unreachable: /)
  })

  test.for([
    { what: 'file', fileMode: 0o444, folderMode: 0o777, expected: 'read-only' },
    { what: 'file and folder', fileMode: 0o444, folderMode: 0o555, expected: 'read-only' },
    { what: 'folder, and no file', fileMode: null, folderMode: 0o555, expected: 'read-only' },
  ])('read-only: $what', async ({ fileMode, folderMode, expected }) => {
    const { folder } = await folderWithResults()
    const place = join(folder, 'place')
    mkdirSync(place)
    if (fileMode !== null) {
      cpSync(join(folder, 'results.db'), join(place, 'results.db'))
      chmodSync(join(place, 'results.db'), fileMode)
    }
    chmodSync(folder, 0o755)
    chmodSync(place, folderMode)
    expect(await runUnprivileged(place)).toMatchObject({ failed: expected })
  })

  test.runIf(canMount())('a full disk', async () => {
    const folder = await temporaryFolder()
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk])
    onTestFinished(() => void execFileSync('umount', [disk]))

    const store = await openStore(`sqlite:${join(disk, 'results.db')}`)
    await store.startRun(makeRun({ id: 'full' }))
    let kept = 0
    const fill = async () => {
      for (; ; kept++) await store.recordCases('full', [makeCase({ name: `case ${kept}`, reply: 'r'.repeat(50_000) })])
    }
    expect(await storeError(fill(), folder)).toMatchInlineSnapshot(
      `"full: <folder>/disk/results.db cannot grow: the disk is full. Free some space, or name a file on another disk in the store option."`,
    )
    expect(kept).toBeGreaterThan(2)
    expect(await store.cases('full')).toHaveLength(kept)
    // Still open, and still full; what a failed write took up is free for a smaller one, so the run's own row may fit.
    expect(await storeError(fill(), folder)).toMatch('full: ')
    expect(await store.cases('full')).toHaveLength(kept)
    await store.close()
  })
})

/** In a child process, which goes on as nobody if it is root's. */
async function runUnprivileged(place: string): Promise<unknown> {
  const transpiled = await transpileStore()
  onTestFinished(transpiled.remove)
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      fileURLToPath(new URL('../child-process.mjs', import.meta.url)),
      transpiled.folder,
      JSON.stringify({
        url: `sqlite:${join(place, 'results.db')}`,
        warmUpUrl: `sqlite:${join(await temporaryFolder(), 'results.db')}`,
        runId: 'r',
        batches: 1,
        batchSize: 1,
        template: makeCase(),
      }),
    ],
    { encoding: 'utf8' },
  )
  expect(stderr).toBe('')
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? 'null')
}

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = execFileSync('mktemp', ['-d'], { encoding: 'utf8' }).trim()
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0
  if (isMounted) spawnSync('umount', [folder])
  spawnSync('rmdir', [folder])
  return isMounted
}
