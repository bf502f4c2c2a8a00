import { expect, test } from 'vitest'
import type { EvaluatedCase } from '../../src/evaluation/evaluated-case.js'
import { batchedWriter } from '../../src/store/batched-writer.js'
import { openStore } from '../../src/store/open-store.js'
import { makeCase, makeRun } from './make-case.js'

/** A store that notes its batches, and fails from the nth on. */
function notingStore({ failFrom = Infinity } = {}) {
  const batches: string[][] = []
  let calls = 0
  return {
    batches,
    recordCases: async (_runId: string, cases: readonly EvaluatedCase[]) => {
      await Promise.resolve()
      if (++calls >= failFrom) throw new Error(`batch ${calls}`)
      batches.push(cases.map(({ name }) => name))
    },
  }
}

function manualTimer() {
  const timers: { run: () => void; ms: number }[] = []
  return {
    timers,
    setTimeout: (run: () => void, ms: number) => void timers.push({ run, ms }),
    fire: () => timers.splice(0).forEach(({ run }) => run()),
  }
}

const refuse = (error: unknown) => expect.unreachable(String(error))

test('writes when a batch is full, and the rest when flushed', async () => {
  const store = notingStore()
  const writer = batchedWriter({ store, runId: 'r', maxCases: 2, onError: refuse })
  for (const name of ['a', 'b', 'c', 'd', 'e']) writer.add(makeCase({ name }))
  await writer.flush()
  expect(store.batches).toEqual([['a', 'b'], ['c', 'd'], ['e']])
  await writer.flush()
  expect(store.batches).toHaveLength(3)
  expect(writer.lost).toBe(0)
})

test('writes what has waited long enough, with one timer at a time', async () => {
  const store = notingStore()
  const timer = manualTimer()
  const writer = batchedWriter({ store, runId: 'r', maxDelayMs: 30, setTimeout: timer.setTimeout, onError: refuse })
  writer.add(makeCase({ name: 'a' }))
  writer.add(makeCase({ name: 'b' }))
  expect(timer.timers.map(({ ms }) => ms)).toEqual([30])
  timer.fire()
  writer.add(makeCase({ name: 'c' }))
  expect(timer.timers).toHaveLength(1)
  timer.fire()
  timer.fire()
  await writer.flush()
  expect(store.batches).toEqual([['a', 'b'], ['c']])
})

test('with the real timer', async () => {
  const store = notingStore()
  const writer = batchedWriter({ store, runId: 'r', maxDelayMs: 5, onError: refuse })
  writer.add(makeCase({ name: 'a' }))
  await expect.poll(() => store.batches).toEqual([['a']])
})

test('reports the first error once, then drops and counts', async () => {
  const store = notingStore({ failFrom: 2 })
  const errors: unknown[] = []
  const writer = batchedWriter({ store, runId: 'r', maxCases: 2, onError: (error) => errors.push(error) })
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) writer.add(makeCase({ name }))
  await writer.flush()
  expect(store.batches).toEqual([['a', 'b']])
  expect(errors).toEqual([new Error('batch 2')])
  expect(writer.lost).toBe(5)

  writer.add(makeCase())
  await writer.close()
  expect(errors).toHaveLength(1)
  expect(writer.lost).toBe(6)
})

test('what is added after close is lost', async () => {
  const store = notingStore()
  const writer = batchedWriter({ store, runId: 'r', onError: refuse })
  writer.add(makeCase({ name: 'a' }))
  await writer.close()
  writer.add(makeCase({ name: 'b' }))
  await writer.close()
  expect(store.batches).toEqual([['a']])
  expect(writer.lost).toBe(1)
})

test('over a store that was closed, the run survives', async () => {
  const store = await openStore('sqlite::memory:')
  const runId = await store.startRun(makeRun())
  const errors: unknown[] = []
  const writer = batchedWriter({ store, runId, onError: (error) => errors.push(error) })
  await store.close()
  writer.add(makeCase())
  await writer.close()
  expect(errors).toMatchObject([{ code: 'closed' }])
  expect(writer.lost).toBe(1)
})
