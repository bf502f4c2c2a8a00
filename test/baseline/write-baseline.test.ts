import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Baseline } from '../../src/baseline/baseline.js'
import { formatBaseline } from '../../src/baseline/format-baseline.js'
import { readBaseline } from '../../src/baseline/read-baseline.js'
import { writeBaseline } from '../../src/baseline/write-baseline.js'
import { entry, score } from './support/evaluated.js'

const name = 'snapshots/a.test.ts.judge.yaml'
const first: Baseline = { version: 1, entries: { a: entry({ intent: score(0.9) }) } }
const second: Baseline = { version: 1, entries: { a: entry({ intent: score(0.4) }) } }
let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitest-judge-baseline-'))
  path = join(folder, 'deep', 'er', 'a.test.ts.judge.yaml')
})

afterEach(() => rm(folder, { recursive: true, force: true }))

async function written(baseline: Baseline): Promise<void> {
  await writeBaseline(await readBaseline(path), baseline)
}

test('a file that is not there reads as null', async () => {
  expect(await readBaseline(path)).toEqual({ path, text: null, baseline: null })
})

test('writes a new file, making its folders, and nothing beside it', async () => {
  expect(await writeBaseline(await readBaseline(path), first)).toBe('written')
  expect(await readFile(path, 'utf8')).toBe(formatBaseline(first))
  expect(await readdir(join(folder, 'deep', 'er'))).toEqual(['a.test.ts.judge.yaml'])
  expect((await readBaseline(path)).baseline).toEqual(first)
})

test('replaces what was read', async () => {
  await written(first)
  expect(await writeBaseline(await readBaseline(path), second)).toBe('written')
  expect((await readBaseline(path)).baseline).toEqual(second)
})

test('does not touch a file whose text would be the same', async () => {
  await written(first)
  await utimes(path, 1000, 1000)
  expect(await writeBaseline(await readBaseline(path), structuredClone(first))).toBe('unchanged')
  expect((await stat(path)).mtimeMs).toBe(1_000_000)
})

test('does not touch a file that differs in line ends only, as a checkout on Windows does', async () => {
  await written(first)
  const onWindows = formatBaseline(first).replaceAll('\n', '\r\n')
  await writeFile(path, onWindows)
  expect(await writeBaseline(await readBaseline(path), first)).toBe('unchanged')
  expect(await readFile(path, 'utf8')).toBe(onWindows)
})

test('removes the file where no entry is left', async () => {
  await written(first)
  expect(await writeBaseline(await readBaseline(path), null)).toBe('removed')
  expect(await readdir(join(folder, 'deep', 'er'))).toEqual([])
  expect(await writeBaseline(await readBaseline(path), null)).toBe('unchanged')
})

test('refuses where the file was changed since it was read, and leaves it', async () => {
  await written(first)
  const read = await readBaseline(path)
  await writeFile(path, '<<<<<<< HEAD\n')
  await expect(writeBaseline(read, second, name)).rejects.toThrowErrorMatchingInlineSnapshot(`
    [BaselineError: snapshots/a.test.ts.judge.yaml: the baseline was changed on disk while the tests ran, and is left as it is now.

    Run the tests again: they will be compared with the file as it is now.]
  `)
  await expect(writeBaseline(read, null, name)).rejects.toThrow('changed on disk')
  expect(await readFile(path, 'utf8')).toBe('<<<<<<< HEAD\n')
})

test('refuses where the file came, or went, since it was read', async () => {
  const none = await readBaseline(path)
  await written(first)
  await expect(writeBaseline(none, second)).rejects.toThrow('changed on disk')
  const some = await readBaseline(path)
  await rm(path)
  await expect(writeBaseline(some, second)).rejects.toThrow('changed on disk')
})

test('two runs that want the same text agree', async () => {
  const none = await readBaseline(path)
  await written(first)
  expect(await writeBaseline(none, first)).toBe('unchanged')
})

test('leaves nothing behind where it cannot write', async () => {
  await writeFile(join(folder, 'deep'), 'a file where a folder should be')
  await expect(writeBaseline({ path, text: null, baseline: null }, first)).rejects.toThrow()
  expect(await readdir(folder)).toEqual(['deep'])
})

test('a malformed file, or one that is not UTF-8, is an error and stays', async () => {
  await written(first)
  await writeFile(path, Buffer.from('\ufeffversion: 1\n', 'utf16le'))
  await expect(readBaseline(path, name)).rejects.toThrowErrorMatchingInlineSnapshot(`
    [BaselineError: snapshots/a.test.ts.judge.yaml: the baseline is not UTF-8.

    See to its permissions and its encoding, or restore it from git (git checkout -- snapshots/a.test.ts.judge.yaml).]
  `)
  await writeFile(path, 'version: [')
  await expect(readBaseline(path, name)).rejects.toThrow(`${name}:1: the baseline is not valid YAML`)
  expect(await readFile(path, 'utf8')).toBe('version: [')
})

test('a folder in the place of the file is an error', async () => {
  await expect(readBaseline(folder, name)).rejects.toThrow(`${name}: the baseline cannot be read: EISDIR`)
})

test('of two writes that read the same file, the second sees the first and refuses', async () => {
  await written(first)
  const [one, other] = [await readBaseline(path), await readBaseline(path)]
  await writeBaseline(one, second)
  await expect(writeBaseline(other, { version: 1, entries: { b: entry({ intent: score(1) }) } })).rejects.toThrow(
    'changed on disk',
  )
  expect((await readBaseline(path)).baseline).toEqual(second)
})
