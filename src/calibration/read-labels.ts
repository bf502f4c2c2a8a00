import { DatasetError } from '../cases/dataset-error.js'
import { readJsonRows } from '../cases/read-json-rows.js'
import { readJsonlRows } from '../cases/read-jsonl-rows.js'
import { readRows } from '../cases/read-rows.js'
import { readYamlRows } from '../cases/read-yaml-rows.js'
import { byLine } from '../cases/row-problems.js'
import type { CheckedReply } from './labelled-reply.js'
import { resolveLabels } from './resolve-labels.js'

const READERS = {
  '.jsonl': readJsonlRows,
  '.ndjson': readJsonlRows,
  '.json': readJsonRows,
  '.yaml': readYamlRows,
  '.yml': readYamlRows,
}

/**
 * The labelled replies of the file at an absolute path.
 *
 * @throws {DatasetError} with everything that is wrong in the file
 */
export function readLabels(absolutePath: string): CheckedReply[] {
  const { file, rows, problems } = readRows(absolutePath, READERS)
  const resolved = resolveLabels(rows)
  const all = [...problems, ...resolved.problems].sort(byLine)
  if (all.length > 0) throw new DatasetError(file, all)
  if (rows.length === 0) {
    throw new DatasetError(file, [{ message: 'expected at least one labelled reply, got none; write a row a reply' }])
  }
  return resolved.replies
}
