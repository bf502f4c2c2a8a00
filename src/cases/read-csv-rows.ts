import { createRequire } from 'node:module'
import type { CsvError, parse } from 'csv-parse/sync'
import { csvCell } from './csv-cell.js'
import type { DatasetProblem } from './dataset-error.js'
import type { DatasetRow, RowsRead } from './dataset-row.js'
import { jsonSyntaxError } from './json-positions.js'
import { lineCounter } from './line-counter.js'

const REASONS: Record<string, string | undefined> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote that is not closed',
  CSV_INVALID_CLOSING_QUOTE: 'more text after a closing quote',
  INVALID_OPENING_QUOTE: 'a quote inside a cell that has no quotes around it',
}

interface CsvRecord {
  cells: string[]
  line: number
}

/**
 * A header of field names, then a row a case. An empty cell is an absent field, but for `input`, where it is the empty
 * message. Fields of objects may have columns of their own: `thresholds.intent`, `entities.order_id`.
 */
export function readCsvRows(text: string): RowsRead {
  const { records, problems } = readRecords(text)
  const [header, ...body] = records
  if (header === undefined) return { rows: [], problems }

  const columns = header.cells.map((name) => name.trim())
  const wrongHeader = headerProblems(columns).map((problem) => ({ line: header.line, ...problem }))
  if (wrongHeader.length > 0) return { rows: [], problems: wrongHeader }

  const rows: DatasetRow[] = []
  for (const { cells, line } of body) {
    if (cells.length !== columns.length) {
      const message =
        `expected ${columns.length} cells, as the header has, got ${cells.length}; ` +
        'put quotes around a cell that holds a comma, and double a quote inside it'
      problems.push({ line, message })
      continue
    }
    const row = {}
    for (const [index, cell] of cells.entries()) {
      const column = columns[index] ?? ''
      if (cell === '' && column !== 'input') continue
      const problem = setField(row, column, cell)
      if (problem !== undefined) problems.push({ line, field: column, message: problem })
    }
    rows.push({ value: row, line, namesLine: header.line })
  }
  return { rows, problems }
}

/** Records with the line where each starts; blank ones, and a spreadsheet's rows of empty cells, left out. */
function readRecords(text: string): { records: CsvRecord[]; problems: DatasetProblem[] } {
  const csv = createRequire(import.meta.url)('csv-parse/sync') as { parse: typeof parse }
  // csv-parse counts a CRLF in quotes as two lines, but its byte offsets are right: one latin1 character is one byte.
  const lineAt = lineCounter(Buffer.from(text).toString('latin1'))
  const records: CsvRecord[] = []
  const problems: DatasetProblem[] = []
  let start = 0
  try {
    csv.parse(text, {
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (cells: string[], { bytes }) => {
        const line = lineAt(start)
        start = bytes
        if (cells.some((cell) => cell.trim() !== '')) records.push({ cells, line })
        return null
      },
    })
  } catch (error) {
    const { code, message } = error as CsvError
    const reason = REASONS[code] ?? message
    problems.push({
      line: lineAt(start),
      message: `expected CSV, got: ${reason}; write a quote inside a cell twice, and quotes around the cell`,
    })
  }
  return { records, problems }
}

function headerProblems(columns: string[]): DatasetProblem[] {
  const [only, second] = columns
  const separator = second === undefined ? /[;\t|]/.exec(only ?? '')?.[0] : undefined
  if (separator !== undefined) {
    return [
      { message: `expected cells separated by \`,\`, got ${JSON.stringify(separator)}; save the file with commas` },
    ]
  }
  const problems: DatasetProblem[] = []
  for (const name of ['id', 'input']) {
    if (!columns.includes(name)) {
      problems.push({ field: name, message: `expected a column of this name in the header, got ${columns.join(', ')}` })
    }
  }
  for (const [index, name] of columns.entries()) {
    const first = columns.indexOf(name)
    if (name !== '' && first !== index) {
      problems.push({
        field: name,
        message: `expected one column of this name, got columns ${first + 1} and ${index + 1}`,
      })
    }
  }
  return problems
}

/** Sets `thresholds.intent` inside `thresholds`; says what is wrong where it cannot. */
function setField(row: object, column: string, cell: string): string | undefined {
  let value: unknown
  try {
    value = csvCell(column, cell)
  } catch (error) {
    const reason = jsonSyntaxError(cell.trim())?.message ?? (error as Error).message
    return `expected JSON, got ${JSON.stringify(cell)}: ${reason}`
  }
  const names = column.split('.')
  const last = names.pop() ?? column
  let target = row
  for (const name of names) {
    const inner: unknown = Object.hasOwn(target, name) ? target[name as keyof typeof target] : setOwn(target, name, {})
    if (typeof inner !== 'object' || inner === null)
      return `expected an object in \`${name}\`, for this column to add to`
    target = inner
  }
  if (Object.hasOwn(target, last)) return 'expected to be given once, got it in two columns'
  setOwn(target, last, value)
  return undefined
}

// A column may be named `__proto__`, which plain assignment would not make a field.
function setOwn(target: object, name: string, value: unknown): unknown {
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true })
  return value
}
