import { expectCount } from './input-checks.js'
import { incompleteGamma } from './incomplete-gamma.js'

export interface ChiSquareTestInput {
  /** Counts, at least 2 rows of at least 2 columns, all rows as long as the first. No row and no column of zeros alone. */
  table: readonly (readonly number[])[]
  /** Yates' correction, which moves each count by up to ½ towards what is expected. Only of 2 × 2 tables. Default `false`. */
  yates?: boolean
}

export interface ChiSquareTest {
  /** From 0. */
  statistic: number
  pValue: number
  /** (rows − 1) · (columns − 1) */
  degreesOfFreedom: number
  /** The counts that independence would give. Below 5 the p-value is rough: see `fisherExactTest`. */
  expected: number[][]
}

/**
 * Pearson's chi-square test of independence: whether the shares of the columns differ between the rows, Σ (observed − expected)² / expected.
 * O(rows × columns).
 *
 * Sources: Pearson, "On the Criterion that a Given System of Deviations…", Philosophical Magazine 50 (1900); Yates, "Contingency Tables
 * Involving Small Numbers and the χ² Test", Supplement to the JRSS 1 (1934).
 *
 * @throws {RangeError} for fewer than 2 rows or columns, rows of unequal length, counts that are none, a row or column of zeros, or
 * Yates' correction of a larger table
 * @example
 * chiSquareTest({ table: [[87, 13], [74, 26]] }) // { statistic: 5.383…, pValue: 0.0203…, degreesOfFreedom: 1, expected: [[80.5, 19.5], …] }
 */
export function chiSquareTest({ table, yates = false }: ChiSquareTestInput): ChiSquareTest {
  const columns = table[0]?.length ?? 0
  if (table.length < 2 || columns < 2) {
    throw new RangeError(
      `chiSquareTest() expects at least 2 rows and 2 columns, and got ${table.length} and ${columns}.`,
    )
  }
  if (yates && (table.length > 2 || columns > 2)) {
    throw new RangeError(
      `chiSquareTest() expects a table of 2 × 2 for Yates' correction, and got ${table.length} × ${columns}: leave yates out.`,
    )
  }
  const { inRows, inColumns, total } = margins(table, columns)
  let statistic = 0
  const expected = table.map((row, at) =>
    row.map((observed, column) => {
      const mean = ((inRows[at] ?? 0) / total) * (inColumns[column] ?? 0)
      const apart = Math.abs(observed - mean)
      statistic += (apart - (yates ? Math.min(0.5, apart) : 0)) ** 2 / mean
      return mean
    }),
  )
  const degreesOfFreedom = (table.length - 1) * (columns - 1)
  const { upper } = incompleteGamma({ a: degreesOfFreedom / 2, x: statistic / 2 })
  return { statistic, pValue: upper, degreesOfFreedom, expected }
}

function margins(
  table: ChiSquareTestInput['table'],
  columns: number,
): { inRows: number[]; inColumns: number[]; total: number } {
  const inColumns = new Array<number>(columns).fill(0)
  const inRows = table.map((row) => {
    if (row.length !== columns) {
      throw new RangeError(`chiSquareTest() expects rows of the same length, and got ${columns} and ${row.length}.`)
    }
    for (const [column, count] of row.entries()) {
      expectCount('chiSquareTest', 'observations in each cell', count)
      inColumns[column] = (inColumns[column] ?? 0) + count
    }
    return sum(row)
  })
  if (inRows.includes(0) || inColumns.includes(0)) {
    throw new RangeError('chiSquareTest() expects no row or column of zeros alone, and got one: leave it out.')
  }
  return { inRows, inColumns, total: sum(inRows) }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
