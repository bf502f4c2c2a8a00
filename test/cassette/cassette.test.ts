import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Cassette } from '../../src/cassette/cassette.js'
import type { CassetteMode } from '../../src/cassette/cassette-mode.js'
import { recordedJudgementSchema } from '../../src/cassette/recorded-judgement.js'
import { recording } from './make-recording.js'
import { temporaryRoot } from './temporary-root.js'

const a = recording('a')
const b = recording('b')

function cassetteIn(root: string) {
  const path = join(root, 'snapshots/a.judgements.jsonl')
  const cachePath = join(root, '.vitest-judge/cache/a.judgements.jsonl')
  const open = (mode: CassetteMode = 'auto') =>
    Cassette.open({ path, name: 'snapshots/a.judgements.jsonl', cachePath, mode, schema: recordedJudgementSchema })
  return { path, cachePath, open }
}

test('what is kept is in the cache, and the next run finds it there', async () => {
  const { path, cachePath, open } = cassetteIn(temporaryRoot())
  const first = await open()
  expect(first.find(a.key)).toBeUndefined()
  first.keep(a)
  expect(first.find(a.key)).toEqual(a)
  await first.flush()
  expect(readFileSync(cachePath, 'utf8')).toBe(`${JSON.stringify(a)}\n`)
  expect(existsSync(path)).toBe(false)
  const second = await open()
  expect(second.uncommitted).toBe(0)
  expect(second.find(a.key)).toEqual(a)
  expect(second.uncommitted).toBe(1)
})

test('committed are what the run used, and all else only where the run is no witness', async () => {
  const { path, cachePath, open } = cassetteIn(temporaryRoot())
  const first = await open()
  first.keep(a)
  first.keep(b)
  expect(await first.commit({ dropUnused: true })).toEqual({
    file: 'snapshots/a.judgements.jsonl',
    added: 2,
    removed: 0,
  })
  expect(existsSync(cachePath)).toBe(false)

  const partial = await open()
  partial.find(a.key)
  expect(await partial.commit({ dropUnused: false })).toBeUndefined()
  const whole = await open()
  whole.find(a.key)
  expect(await whole.commit({ dropUnused: true })).toMatchObject({ removed: 1 })
  expect(readFileSync(path, 'utf8')).toBe(`${JSON.stringify(a)}\n`)
  const nothing = await open()
  expect(await nothing.commit({ dropUnused: true })).toMatchObject({ removed: 1 })
  expect(existsSync(path)).toBe(false)
})

test('recorded anew, only what this run has asked is found, and takes the place of what was there', async () => {
  const { path, open } = cassetteIn(temporaryRoot())
  const first = await open()
  first.keep(a)
  await first.commit({ dropUnused: true })
  const anew = await open('record')
  expect(anew.find(a.key)).toBeUndefined()
  anew.keep({ ...a, value: 0.5 })
  expect(anew.find(a.key)?.value).toBe(0.5)
  expect(await anew.commit({ dropUnused: false })).toMatchObject({ added: 0, removed: 0 })
  expect(readFileSync(path, 'utf8')).toContain('"value":0.5')
})

test('a file that was changed meanwhile is left as it is', async () => {
  const { path, open } = cassetteIn(temporaryRoot())
  const first = await open()
  first.keep(a)
  await first.commit({ dropUnused: true })
  const second = await open()
  second.keep(b)
  writeFileSync(path, '')
  await expect(second.commit({ dropUnused: false })).rejects.toThrow('was changed on disk while the tests ran')
  expect(readFileSync(path, 'utf8')).toBe('')
  // And what was asked is not lost.
  expect((await open()).find(b.key)).toEqual(b)
})

test('the line ends of a checkout on Windows are no change', async () => {
  const { path, open } = cassetteIn(temporaryRoot())
  const first = await open()
  first.keep(a)
  await first.commit({ dropUnused: true })
  const text = readFileSync(path, 'utf8').replaceAll('\n', '\r\n')
  writeFileSync(path, text)
  const second = await open()
  second.find(a.key)
  expect(await second.commit({ dropUnused: true })).toBeUndefined()
  expect(readFileSync(path, 'utf8')).toBe(text)
})

test('a cache that has grown too long keeps the newest', async () => {
  const { cachePath, open } = cassetteIn(temporaryRoot())
  const cassette = await open()
  for (let question = 0; question <= 20_000; question++) cassette.keep(recording(String(question)))
  await cassette.flush()
  const lines = readFileSync(cachePath, 'utf8').trimEnd().split('\n')
  expect(lines).toHaveLength(10_000)
  expect(lines.at(-1)).toBe(JSON.stringify(recording('20000')))
})
