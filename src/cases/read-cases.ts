import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { DatasetError, type DatasetProblem } from './dataset-error.js'
import type { RowsRead } from './dataset-row.js'
import type { EvaluationCase } from './evaluation-case.js'
import { readCsvRows } from './read-csv-rows.js'
import { readJsonRows } from './read-json-rows.js'
import { readJsonlRows } from './read-jsonl-rows.js'
import { readYamlRows } from './read-yaml-rows.js'
import { resolveCases } from './resolve-cases.js'
import { shownPath } from './shown-path.js'

const READERS: Record<string, ((text: string) => RowsRead) | undefined> = {
  '.jsonl': readJsonlRows,
  '.ndjson': readJsonlRows,
  '.json': readJsonRows,
  '.yaml': readYamlRows,
  '.yml': readYamlRows,
  '.csv': readCsvRows,
}

/**
 * The cases of the dataset at an absolute path.
 *
 * @throws {DatasetError} with everything that is wrong in the file
 */
export function readCases(absolutePath: string): EvaluationCase[] {
  const file = shownPath(absolutePath)
  const extension = extname(absolutePath).toLowerCase()
  const read = READERS[extension]
  if (read === undefined) {
    const message = `expected a file of one of the types ${Object.keys(READERS).join(', ')}, got ${JSON.stringify(extension)}`
    throw new DatasetError(file, [{ message }])
  }
  const { rows, problems } = read(readText(absolutePath, file))
  const resolved = resolveCases(rows)
  const all = [...problems, ...resolved.problems].sort(byLine)
  if (all.length > 0) throw new DatasetError(file, all)
  if (rows.length === 0)
    throw new DatasetError(file, [{ message: 'expected at least one case, got none; write a row a case' }])
  return resolved.cases
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

function byLine(a: DatasetProblem, b: DatasetProblem): number {
  return (a.line ?? 0) - (b.line ?? 0)
}
