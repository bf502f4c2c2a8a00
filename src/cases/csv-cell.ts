const FLAGS = ['skip', 'only']
const LISTS = ['tags', 'intent.examples', 'intent.alternatives']
const OBJECTS = ['entities', 'aliases', 'context', 'history', 'thresholds', 'rubric.criteria']
const TEXT_OR_OBJECT = ['intent', 'rubric']

/**
 * The value of a CSV cell, by its column's name. What does not fit (`only` with `perhaps`) stays text, for the schema
 * to refuse in its own words.
 *
 * @throws {SyntaxError} from a cell that starts as JSON does, where its column may hold JSON
 */
export function csvCell(column: string, cell: string): unknown {
  const trimmed = cell.trim()
  if (FLAGS.includes(column)) return flag(trimmed) ?? cell
  if (column === 'priority' || column.startsWith('thresholds.')) return number(trimmed) ?? cell
  if (LISTS.includes(column) || column.startsWith('aliases.')) {
    return trimmed.startsWith('[') ? JSON.parse(trimmed) : list(trimmed)
  }
  if (TEXT_OR_OBJECT.includes(column)) return trimmed.startsWith('{') ? JSON.parse(trimmed) : cell
  if (OBJECTS.includes(column)) return /^[[{]/.test(trimmed) ? JSON.parse(trimmed) : cell
  // An order number must keep its leading zeros: only what cannot be meant as text is read as JSON.
  if (/^(?:entities|context)\./.test(column)) return /^[[{"]/.test(trimmed) ? JSON.parse(trimmed) : cell
  return cell
}

function flag(cell: string): boolean | undefined {
  if (/^true$/i.test(cell)) return true
  return /^false$/i.test(cell) ? false : undefined
}

function number(cell: string): number | undefined {
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(cell) ? Number(cell) : undefined
}

function list(cell: string): string[] {
  return cell
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
