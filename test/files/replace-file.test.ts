import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { replaceFile } from '../../src/files/replace-file.js'

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vitest-judge-replace-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

test('replaces a file whole', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'a'), 'a longer text than the next')
  await replaceFile(join(folder, 'a'), 'short')
  expect(await readFile(join(folder, 'a'), 'utf8')).toBe('short')
  expect(await readdir(folder)).toEqual(['a'])
})

test('where the rename fails, the place is as it was and the temporary file is gone', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'a', 'b'), { recursive: true })
  await expect(replaceFile(join(folder, 'a'), 'text')).rejects.toThrow()
  expect(await readdir(folder)).toEqual(['a'])
  expect(await readdir(join(folder, 'a'))).toEqual(['b'])
})
