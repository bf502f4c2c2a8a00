import type { Paint } from './palette.js'
import { displayWidth } from './display-width.js'
import { padEnd, padStart, truncate } from './fit-text.js'
import { wrapItems } from './wrap-items.js'

export interface TableColumn {
  header: string
  cells: TableCell[]
  /** Where the table is too wide, the columns with the highest rank go to a second line. 0 stays. */
  rank: number
}

export interface TableCell {
  text: string
  paint?: Paint | undefined
  /** Nothing to say on a second line. */
  isMissing?: boolean
}

export interface TextTable {
  header: string
  /** The lines of each row: one, or more where columns did not fit. */
  rows: string[][]
}

const gap = '  '
const narrowestName = 16

/** A table without rules, names on the left and numbers on the right, that fits its width: names shrink, then columns move. */
export function textTable(
  names: { header: string; cells: string[] },
  columns: TableColumn[],
  width: number,
): TextTable {
  const widths = new Map(
    columns.map((column) => [
      column,
      Math.max(...[column.header, ...column.cells.map((cell) => cell.text)].map(displayWidth)),
    ]),
  )
  const widest = Math.max(...[names.header, ...names.cells].map(displayWidth))
  const widthOf = (column: TableColumn) => widths.get(column) ?? 0
  const taken = (kept: readonly TableColumn[]) =>
    kept.reduce((sum, column) => sum + gap.length + widthOf(column), Math.min(widest, narrowestName))
  let kept = columns
  while (taken(kept) > width) {
    const next = kept.toSorted((a, b) => b.rank - a.rank)[0]
    if (next === undefined || next.rank === 0) break
    kept = kept.filter((column) => column !== next)
  }
  const moved = columns.filter((column) => !kept.includes(column))
  const nameWidth = Math.min(widest, width - (taken(kept) - Math.min(widest, narrowestName)))
  const join = (name: string, cells: string[]) => [padEnd(truncate(name, nameWidth), nameWidth), ...cells].join(gap)
  return {
    header: join(
      names.header,
      kept.map((column) => padStart(column.header, widthOf(column))),
    ),
    rows: names.cells.map((name, row) => {
      const cells = kept.map((column) => paintedCell(column.cells[row], widthOf(column)))
      const rest = moved
        .filter((column) => column.cells[row]?.isMissing !== true)
        .map((column) => `${column.header.trimEnd()} ${column.cells[row]?.text.trimEnd() ?? ''}`)
      return [join(name, cells), ...(rest.length === 0 ? [] : wrapItems('  ', rest, width))]
    }),
  }
}

function paintedCell(cell: TableCell | undefined, width: number): string {
  const text = padStart(cell?.text ?? '', width)
  return cell?.paint ? cell.paint(text) : text
}
