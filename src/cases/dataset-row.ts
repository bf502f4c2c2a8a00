import type { DatasetProblem } from './dataset-error.js'

/** A row as a format's reader found it, not yet checked. */
export interface DatasetRow {
  value: unknown
  /** Where it starts, from 1. */
  line: number
  /** Where its fields are named, if not in the row itself: the header of a CSV file. */
  namesLine?: number
}

/** What a format's reader makes of a text. */
export interface RowsRead {
  rows: DatasetRow[]
  problems: DatasetProblem[]
}
