import type { RowsRead } from './dataset-row.js'
import { jsonSyntaxError } from './json-positions.js'

/** One JSON object a line; blank lines are passed over. */
export function readJsonlRows(text: string): RowsRead {
  const read: RowsRead = { rows: [], problems: [] }
  for (const [index, source] of text.split('\n').entries()) {
    if (source.trim() === '') continue
    const line = index + 1
    try {
      read.rows.push({ value: JSON.parse(source), line })
    } catch (error) {
      const wrong = jsonSyntaxError(source)
      const message =
        wrong === undefined
          ? (error as Error).message
          : `${wrong.message} (column ${wrong.offset + 1}; one JSON object a line)`
      read.problems.push({ line, message })
    }
  }
  return read
}
