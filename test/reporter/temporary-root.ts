import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** The root of a project, gone after the test. */
export interface TemporaryRoot {
  path: string
  write: (file: string, text?: string) => Promise<void>
  read: (file: string) => Promise<string>
  has: (file: string) => boolean
}

export async function temporaryRoot(): Promise<TemporaryRoot> {
  const path = await mkdtemp(join(tmpdir(), 'vitest-judge-root-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return {
    path,
    async write(file, text = '') {
      await mkdir(dirname(join(path, file)), { recursive: true })
      await writeFile(join(path, file), text)
    },
    read: (file) => readFile(join(path, file), 'utf8'),
    has: (file) => existsSync(join(path, file)),
  }
}
