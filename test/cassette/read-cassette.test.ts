import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatCassette } from '../../src/cassette/format-cassette.js'
import { readCache, readCassette } from '../../src/cassette/read-cassette.js'
import { recordedJudgementSchema } from '../../src/cassette/recorded-judgement.js'
import { recording } from './make-recording.js'
import { temporaryRoot } from './temporary-root.js'

async function read(text: string | Buffer) {
  const path = join(temporaryRoot(), 'a.jsonl')
  writeFileSync(path, text)
  return readCassette(path, 'snapshots/a.jsonl', recordedJudgementSchema)
}

const good = formatCassette([recording('a'), recording('b', { value: null, declined: 'no ground', trial: 2 })])

test('what was written is read', async () => {
  const { entries, text } = await read(good)
  expect(text).toBe(good)
  expect([...entries.values()].map(({ rationale }) => rationale).sort()).toEqual(['a', 'b'])
  expect((await read(good.replaceAll('\n', '\r\n'))).entries).toEqual(entries)
})

test('where there is none, nothing is recorded', async () => {
  const missing = await readCassette(join(temporaryRoot(), 'a.jsonl'), 'a.jsonl', recordedJudgementSchema)
  expect(missing).toEqual({ text: null, entries: new Map() })
})

test('property: any texts come back as they were, a line each', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), async (texts) => {
      const entries = texts.map((rationale, index) => recording(String(index), { rationale: rationale.toWellFormed() }))
      const text = formatCassette(entries)
      expect(text.split('\n')).toHaveLength(entries.length + 1)
      const found = (await read(text)).entries
      expect(entries.map(({ key }) => found.get(key))).toEqual(entries)
    }),
    { numRuns: 40 },
  )
})

const [line = ''] = good.split('\n')
test.each([
  ['a conflict', `${line}\n<<<<<<< ours\n`],
  ['broken JSON', `${line}\n{"key":\n`],
  ['a score out of range', good.replace('"value":1', '"value":7')],
  ['an unknown member', good.replace('"metric"', '"metrik":1,"metric"')],
  ['a key twice', `${line}\n${line}\n`],
  ['no UTF-8', Buffer.from([0x7b, 0xff, 0x0a])],
])('%s is refused by file and line, with the remedy', async (_what, text) => {
  await expect(read(text)).rejects.toThrowErrorMatchingSnapshot()
})

test('a cache is read as far as it goes', async () => {
  const path = join(temporaryRoot(), 'cache.jsonl')
  expect((await readCache(path, recordedJudgementSchema)).size).toBe(0)
  writeFileSync(path, `${good}{"key":"cut o`)
  expect((await readCache(path, recordedJudgementSchema)).size).toBe(2)
})
