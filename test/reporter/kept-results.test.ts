import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { KeptResults } from '../../src/reporter/kept-results.js'
import { openStore } from '../../src/store/open-store.js'
import { makeCase, makeResult, makeRun } from '../store/make-case.js'
import { temporaryRoot } from './temporary-root.js'

const FILE = 'results/results.db'

function keep(root: string, url = `sqlite:${FILE}`) {
  const errors: string[] = []
  const described: true[] = []
  const results = new KeptResults({
    url,
    root,
    describeRun: () => {
      described.push(true)
      return Promise.resolve(makeRun())
    },
    onError: ({ message }) => errors.push(message),
  })
  return { results, errors, described }
}

test('a run keeps its cases and its end, and lets go of the file', async () => {
  const root = await temporaryRoot()
  const { results, errors } = keep(root.path)
  for (const name of ['a', 'b', 'c']) results.add(makeCase({ name }))
  await results.finish(makeResult())
  expect(errors).toEqual([])

  const store = await openStore(`sqlite:${FILE}`, { root: root.path })
  const [run] = await store.runs()
  expect(run).toMatchObject({ ...makeRun(), result: makeResult() })
  expect((await store.cases(run!.id)).map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  await store.close()
})

test('a run without any case touches no file and asks git nothing', async () => {
  const root = await temporaryRoot()
  const { results, described } = keep(root.path)
  await results.finish(makeResult())
  expect(root.has('results')).toBe(false)
  expect(described).toEqual([])
})

test('a store that does not open is told once, and the run goes on', async () => {
  const root = await temporaryRoot()
  await root.write(FILE, 'this is no database, but a text of some length'.repeat(50))
  const { results, errors } = keep(root.path)
  for (const name of ['a', 'b', 'c']) results.add(makeCase({ name }))
  await results.finish(makeResult())
  expect(errors).toHaveLength(1)
  expect(await root.read(FILE)).toMatch(/^this is no database/)
})

test('a wrong URL is told once', async () => {
  const root = await temporaryRoot()
  const { results, errors } = keep(root.path, 'mysql://localhost/results')
  results.add(makeCase())
  results.add(makeCase())
  await results.finish(makeResult())
  expect(errors).toEqual([expect.stringContaining("Expected a store of the form 'sqlite:<path>'")])
})

test('a store that breaks while the run goes is told once, and let go of', async () => {
  const root = await temporaryRoot()
  const { results, errors } = keep(root.path)
  results.add(makeCase({ name: 'kept' }))
  await expect.poll(() => countCases(`${root.path}/${FILE}`), { timeout: 5_000 }).toBe(1)
  const database = new Database(`${root.path}/${FILE}`)
  database.pragma('foreign_keys = OFF')
  for (const table of ['cases', 'runs']) database.exec(`DROP TABLE ${table}`)
  database.close()

  results.add(makeCase({ name: 'lost' }))
  await results.finish(makeResult())
  results.add(makeCase({ name: 'too late' }))
  expect(errors).toHaveLength(1)
})

function countCases(file: string): number {
  try {
    const database = new Database(file, { readonly: true, fileMustExist: true })
    try {
      return (database.prepare('SELECT count(*) AS count FROM cases').get() as { count: number }).count
    } finally {
      database.close()
    }
  } catch {
    return -1
  }
}
