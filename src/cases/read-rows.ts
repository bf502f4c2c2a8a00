import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { DatasetError } from './dataset-error.js'
import type { RowsRead } from './dataset-row.js'
import { shownPath } from './shown-path.js'

/** Makes rows of a text. */
export type RowReader = (text: string) => RowsRead

/**
 * The rows of the file at an absolute path, not yet checked. `readers` are the formats that it may have, by extension.
 *
 * @throws {DatasetError} where there is no such file, or it has another format or encoding
 */
export function readRows(
  absolutePath: string,
  readers: Readonly<Record<string, RowReader | undefined>>,
): RowsRead & { file: string } {
  const file = shownPath(absolutePath)
  const extension = extname(absolutePath).toLowerCase()
  const read = readers[extension]
  if (read === undefined) {
    const message = `expected a file of one of the types ${Object.keys(readers).join(', ')}, got ${JSON.stringify(extension)}`
    throw new DatasetError(file, [{ message }])
  }
  return { file, ...read(readText(absolutePath, file)) }
}

function readText(path: string, file: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const problem = code === 'ENOENT' ? 'expected a file, got none' : `cannot be read (${message})`
    throw new DatasetError(file, [{ message: `${problem}; looked at ${path}` }], { cause: error })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    const message = 'expected UTF-8, got bytes that are none; save the file in UTF-8'
    throw new DatasetError(file, [{ message }], { cause: error })
  }
}
