import { readFile } from 'node:fs/promises'
import { BaselineError } from './baseline-error.js'
import type { Baseline } from './baseline.js'
import { parseBaseline } from './parse-baseline.js'

/** A baseline file as it was read. What `writeBaseline` takes, so that only what was read and understood is replaced. */
export interface BaselineFile {
  path: string
  /** `null` where there is no file. */
  text: string | null
  baseline: Baseline | null
}

/**
 * Reads a baseline file. `name` stands in messages instead of `path`, for paths that are long or absolute.
 *
 * @throws BaselineError where the file is there and cannot be read or understood.
 */
export async function readBaseline(path: string, name = path): Promise<BaselineFile> {
  const text = await readBaselineText(path, name)
  return { path, text, baseline: text === null ? null : parseBaseline(text, name) }
}

/** The text of a baseline file, or `null` where there is none. */
export async function readBaselineText(path: string, name = path): Promise<string | null> {
  try {
    const bytes = await readFile(path)
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    throw new BaselineError({
      file: name,
      what:
        code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
          ? 'the baseline is not UTF-8.'
          : `the baseline cannot be read: ${message}.`,
      remedy: `See to its permissions and its encoding, or restore it from git (git checkout -- ${name}).`,
      cause,
    })
  }
}
