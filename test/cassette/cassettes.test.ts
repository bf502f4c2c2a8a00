import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Cassettes, hasCassette } from '../../src/cassette/cassettes.js'
import type { CassetteMode } from '../../src/cassette/cassette-mode.js'
import { recording } from './make-recording.js'
import { temporaryRoot } from './temporary-root.js'

const file = { project: '', file: 'test/a.test.ts' }
const ran = [{ ...file, isComplete: true }]

function cassettesIn(root: string, mode: CassetteMode = 'auto') {
  return new Cassettes({ root, dir: 'snapshots', mode })
}

test('each test file has a cassette of its own, opened once a run', async () => {
  const cassettes = cassettesIn(temporaryRoot())
  const one = cassettes.judgements(file)
  expect(cassettes.judgements({ ...file })).toBe(one)
  expect(cassettes.judgements({ project: 'unit', file: file.file })).not.toBe(one)
  cassettes.startRun()
  expect(cassettes.judgements(file)).not.toBe(one)
  await one
})

test('a run leaves the committed files alone unless it is told to write', async () => {
  const root = temporaryRoot()
  const cassettes = cassettesIn(root)
  ;(await cassettes.judgements(file)).keep(recording('a'))
  expect(await cassettes.settle(ran, { write: false, partial: false })).toEqual({
    changes: [],
    failures: [],
    uncommitted: 1,
  })
  expect(await hasCassette({ root, dir: 'snapshots' })).toBe(false)
  expect(await cassettes.settle(ran, { write: true, partial: false })).toEqual({
    changes: [{ file: 'snapshots/test/a.test.ts.judgements.jsonl', added: 1, removed: 0 }],
    failures: [],
    uncommitted: 0,
  })
  expect(await hasCassette({ root, dir: 'snapshots' })).toBe(true)
})

test('a file that asks nothing any more loses its cassette, in a whole run that passed', async () => {
  const root = temporaryRoot()
  const first = cassettesIn(root)
  ;(await first.judgements(file)).keep(recording('a'))
  await first.settle(ran, { write: true, partial: false })
  const settle = (isComplete: boolean, partial: boolean) =>
    cassettesIn(root).settle([{ ...file, isComplete }], { write: true, partial })
  expect((await settle(true, true)).changes).toEqual([])
  expect((await settle(false, false)).changes).toEqual([])
  expect((await settle(true, false)).changes).toMatchObject([{ removed: 1 }])
})

test('one that cannot be read is told of and left as it is, and the others are written', async () => {
  const root = temporaryRoot()
  const broken = join(root, 'snapshots/test/a.test.ts.judgements.jsonl')
  mkdirSync(join(root, 'snapshots/test'), { recursive: true })
  writeFileSync(broken, 'no recording\n')
  const cassettes = cassettesIn(root)
  const other = { project: '', file: 'b.test.ts', isComplete: true }
  ;(await cassettes.judgements(other)).keep(recording('b'))
  await expect(cassettes.judgements(file)).rejects.toThrow('a.test.ts.judgements.jsonl:1')
  const { changes, failures } = await cassettes.settle([...ran, other], { write: true, partial: false })
  expect(failures.map(({ message }) => message.split('\n')[0])).toEqual([
    'snapshots/test/a.test.ts.judgements.jsonl:1: not a recording: no JSON.',
  ])
  expect(changes).toMatchObject([{ file: 'snapshots/b.test.ts.judgements.jsonl', added: 1 }])
  expect(readFileSync(broken, 'utf8')).toBe('no recording\n')
})

test("in mode 'off' nothing is settled", async () => {
  expect(await cassettesIn(temporaryRoot(), 'off').settle(ran, { write: true, partial: false })).toEqual({
    changes: [],
    failures: [],
    uncommitted: 0,
  })
})
