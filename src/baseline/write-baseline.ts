import { rm } from 'node:fs/promises'
import { BaselineError } from './baseline-error.js'
import type { Baseline } from './baseline.js'
import { formatBaseline } from './format-baseline.js'
import { readBaselineText, type BaselineFile } from './read-baseline.js'
import { replaceFile } from '../files/replace-file.js'

/**
 * Puts `next` in the place of what `readBaseline` read; `null` removes the file.
 * A file whose text would be the same (but for the line ends of a checkout on Windows) is not touched.
 *
 * @throws BaselineError where the file on disk is no longer the one that was read; it is then left as it is.
 */
export async function writeBaseline(
  read: BaselineFile,
  next: Baseline | null,
  name = read.path,
): Promise<'written' | 'unchanged' | 'removed'> {
  const text = next === null ? null : formatBaseline(next)
  const onDisk = await readBaselineText(read.path, name)
  if (sameLines(onDisk, text)) return 'unchanged'
  if (!sameLines(onDisk, read.text)) {
    throw new BaselineError({
      file: name,
      what: 'the baseline was changed on disk while the tests ran, and is left as it is now.',
      remedy: 'Run the tests again: they will be compared with the file as it is now.',
    })
  }
  if (text === null) {
    await rm(read.path)
    return 'removed'
  }
  await replaceFile(read.path, text)
  return 'written'
}

function sameLines(a: string | null, b: string | null): boolean {
  return a === b || a?.replaceAll('\r\n', '\n') === b?.replaceAll('\r\n', '\n')
}
