import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/open-store.js'
import { readRun, resolveRunId } from '../../src/store/read-run.js'
import type { Store } from '../../src/store/store.js'
import { makeCase, makeResult, makeRun } from './make-case.js'

describe('resolveRunId', () => {
  const ids = ['0193-c', '0193-b', '0192-a']

  test.for([
    ['latest', '0193-c'],
    ['latest~0', '0193-c'],
    ['latest~2', '0192-a'],
    ['0193-b', '0193-b'],
    ['0192', '0192-a'],
    ['0193-C', '0193-c'],
  ])('%s', ([reference = '', id]) => {
    expect(resolveRunId(reference, ids)).toBe(id)
  })

  test('an id that begins another is meant itself', () => {
    expect(resolveRunId('0193', ['0193-c', '0193'])).toBe('0193')
  })

  test.for(['latest~3', 'latest~', 'latest~-1', 'x', '', '0193', 'LATEST', '\u001b[2Jx'])('%j is none', (reference) => {
    expect(() => resolveRunId(reference, ids)).toThrow(expect.objectContaining({ code: 'run' }))
  })

  test('says what was expected', () => {
    const message = (reference: string, known = ids) => {
      try {
        return resolveRunId(reference, known)
      } catch (error) {
        return (error as Error).message
      }
    }
    expect([message('\u001b[2Jx'), message('0193'), message('latest~3'), message('latest', [])]).toMatchInlineSnapshot(`
      [
        "Expected the id of a run or its beginning, latest, or latest~1, got "x", and no kept run is called so. \`vitest-judge history\` lists the runs that are kept.",
        "Expected the beginning of one id, got "0193", with which 2 begin, 0193-c and 0193-b among them. Write more of it; \`vitest-judge history\` lists the runs that are kept.",
        "Expected at most latest~2, got latest~3. \`vitest-judge history\` lists the runs that are kept.",
        "Expected a run, got "latest", and none is kept yet. Run vitest first.",
      ]
    `)
  })
})

describe('readRun', () => {
  let store: Store
  beforeEach(async () => {
    store = await openStore('sqlite::memory:')
  })
  afterEach(() => store.close())

  test('a run that ended comes with cases and files', async () => {
    const id = await store.startRun(makeRun())
    await store.recordCases(id, [makeCase()])
    const files = [{ project: '', file: 'src/support.test.ts', collected: ['a'], broken: [] }]
    await store.finishRun(id, makeResult({ partial: null }), files)
    expect(await readRun(store, 'latest')).toEqual({
      run: { ...makeRun(), id, result: makeResult({ partial: null }) },
      cases: [makeCase()],
      files,
    })
  })

  test('one that goes on, or of an older version, is refused', async () => {
    await store.startRun(makeRun({ id: 'going-on' }))
    await store.startRun(makeRun({ id: 'older' }))
    await store.finishRun('older', makeResult())
    await expect(readRun(store, 'going-on')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[StoreError: Expected a run that has ended, got going-on of 2026-11-23T18:00:00.000Z, which still goes on, or was killed. Wait for it, or name another: \`vitest-judge history\` lists the runs that are kept.]`,
    )
    await expect(readRun(store, 'older')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[StoreError: Expected a run of this version, got older of 2026-11-23T18:00:00.000Z, kept by vitest-judge 0.0.0, which did not yet keep the tests that were collected (schema 3 or older). It stays as it is. Run the tests again and name that run, or another: \`vitest-judge history\` lists the runs that are kept.]`,
    )
  })
})
