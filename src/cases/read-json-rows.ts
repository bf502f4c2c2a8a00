import type { RowsRead } from './dataset-row.js'
import { jsonRowOffsets, jsonSyntaxError } from './json-positions.js'
import { lineCounter } from './line-counter.js'
import { listedCases } from './listed-cases.js'

/** `[row, …]` or `{ "cases": [row, …] }`. */
export function readJsonRows(text: string): RowsRead {
  if (text.trim() === '') return { rows: [], problems: [] }
  const lineAt = lineCounter(text)
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (error) {
    const wrong = jsonSyntaxError(text)
    if (wrong === undefined) return { rows: [], problems: [{ message: (error as Error).message }] }
    return { rows: [], problems: [{ line: lineAt(wrong.offset), message: wrong.message }] }
  }
  const values = listedCases(document)
  if (!Array.isArray(values)) return { rows: [], problems: [values] }
  const offsets = jsonRowOffsets(text)
  return { rows: values.map((value: unknown, index) => ({ value, line: lineAt(offsets[index] ?? 0) })), problems: [] }
}
