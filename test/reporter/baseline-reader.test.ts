import { expect, test } from 'vitest'
import { formatBaseline } from '../../src/baseline/format-baseline.js'
import { BaselineReader } from '../../src/reporter/baseline-reader.js'
import { entry, score } from '../baseline/support/evaluated.js'
import { temporaryRoot } from './temporary-root.js'

const file = { project: '', file: 'a.test.ts' }

test('reads each baseline once, whoever asks and however often', async () => {
  const root = await temporaryRoot()
  const reader = new BaselineReader(root.path, 'snapshots')
  const early = reader.read(file)
  expect((await early).baseline).toBeNull()
  const baseline = formatBaseline({ version: 1, entries: { a: entry({ intent: score(1) }) } })
  await root.write(reader.nameOf(file), baseline)
  expect(await reader.read(file)).toBe(await early)
  expect((await new BaselineReader(root.path, 'snapshots').read(file)).baseline?.entries).toHaveProperty('a')
})

test('one that cannot be read is told to whoever asks, and to nobody else', async () => {
  const root = await temporaryRoot()
  const reader = new BaselineReader(root.path, 'snapshots')
  await root.write(reader.nameOf(file), '<<<<<<< HEAD\n')
  void reader.read(file).catch(() => undefined)
  await expect(reader.read(file)).rejects.toThrow('merge conflict')
  await expect(reader.read(file)).rejects.toThrow('snapshots/a.test.ts.judge.yaml:1')
})
