import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Puts `text` at `path`, whole or not at all: it is written to a file beside it and flushed to disk, which then takes the name.
 * Folders are made. On failure the file at `path` is as it was, and nothing is left beside it.
 */
export async function replaceFile(path: string, text: string, id: string = randomUUID()): Promise<void> {
  const folder = dirname(path)
  const temporary = join(folder, `.${basename(path).slice(0, 100)}.${id}.tmp`)
  await mkdir(folder, { recursive: true })
  try {
    await writeFlushed(temporary, text)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await flushFolder(folder)
}

async function writeFlushed(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

// Makes the new name last through a power cut. Not every system can open a folder (Windows) or flush it (some network shares).
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}
