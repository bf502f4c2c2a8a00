import { DatasetError } from './dataset-error.js'
import type { EvaluationCase } from './evaluation-case.js'
import { readCsvRows } from './read-csv-rows.js'
import { readJsonRows } from './read-json-rows.js'
import { readJsonlRows } from './read-jsonl-rows.js'
import { readRows, type RowReader } from './read-rows.js'
import { readYamlRows } from './read-yaml-rows.js'
import { resolveCases } from './resolve-cases.js'
import { byLine } from './row-problems.js'

const READERS: Record<string, RowReader | undefined> = {
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
  const { file, rows, problems } = readRows(absolutePath, READERS)
  const resolved = resolveCases(rows)
  const all = [...problems, ...resolved.problems].sort(byLine)
  if (all.length > 0) throw new DatasetError(file, all)
  if (rows.length === 0)
    throw new DatasetError(file, [{ message: 'expected at least one case, got none; write a row a case' }])
  return resolved.cases
}
