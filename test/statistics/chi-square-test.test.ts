import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chiSquareTest, type ChiSquareTestInput } from '../../src/statistics/chi-square-test.js'
import { expectClose } from '../support/expect-close.js'
import { messageOf } from '../support/message-of.js'

test('a small table with Yates’ correction, as by SciPy 1.17.1', () => {
  const found = chiSquareTest({ table: [[12, 5], [3, 9]], yates: true }) // prettier-ignore
  expectClose(found.statistic, 4.171457749766574, 1e-13)
  expectClose(found.pValue, 0.04111041419430694, 1e-12)
  expectClose(found.expected[1]![0]!, 6.206896551724138, 1e-13)
})

test('is 0 with a p-value of 1 where all rows have the same shares', () => {
  const table = [[10, 20, 30], [20, 40, 60]] // prettier-ignore
  expect(chiSquareTest({ table })).toEqual({ statistic: 0, pValue: 1, degreesOfFreedom: 2, expected: table })
})

const table = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
)

test('does not change with the order of rows or columns, nor with the table turned; grows with all counts', () => {
  fc.assert(
    fc.property(table, (table) => {
      const { statistic, pValue, degreesOfFreedom } = chiSquareTest({ table })
      expect(statistic).toBeGreaterThanOrEqual(0)
      expect(pValue).toBeGreaterThanOrEqual(0)
      expect(pValue).toBeLessThanOrEqual(1)
      const turned = chiSquareTest({ table: table[0]!.map((_, column) => table.map((row) => row[column]!)) })
      expect(turned.degreesOfFreedom).toBe(degreesOfFreedom)
      expect(turned.statistic).toBeCloseTo(statistic, 8)
      expect(chiSquareTest({ table: table.map((row) => [...row].reverse()) }).statistic).toBeCloseTo(statistic, 8)
      const tenfold = chiSquareTest({ table: table.map((row) => row.map((count) => 10 * count)) })
      expect(tenfold.statistic).toBeCloseTo(10 * statistic, 7)
      expect(tenfold.pValue).toBeLessThanOrEqual(pValue + 1e-12)
    }),
  )
})

test('Yates’ correction never makes it more extreme', () => {
  const cell = fc.integer({ min: 1, max: 60 })
  fc.assert(
    fc.property(cell, cell, cell, cell, (a, b, c, d) => {
      const table = [[a, b], [c, d]] // prettier-ignore
      expect(chiSquareTest({ table, yates: true }).pValue).toBeGreaterThanOrEqual(chiSquareTest({ table }).pValue)
    }),
  )
})

test('says what it expected', () => {
  const wrong: ChiSquareTestInput[] = [
    { table: [] },
    { table: [[1, 2]] },
    { table: [[1], [2]] },
    { table: [[1, 2], [3]] },
    { table: [[1, -2], [3, 4]] }, // prettier-ignore
    { table: [[1, NaN], [3, 4]] }, // prettier-ignore
    { table: [[0, 0], [3, 4]] }, // prettier-ignore
    { table: [[0, 1], [0, 4]] }, // prettier-ignore
    { table: [[1, 2, 3], [3, 4, 5]], yates: true }, // prettier-ignore
  ]
  expect(wrong.map((input) => messageOf(() => chiSquareTest(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: chiSquareTest() expects at least 2 rows and 2 columns, and got 0 and 0.",
      "RangeError: chiSquareTest() expects at least 2 rows and 2 columns, and got 1 and 2.",
      "RangeError: chiSquareTest() expects at least 2 rows and 2 columns, and got 2 and 1.",
      "RangeError: chiSquareTest() expects rows of the same length, and got 2 and 1.",
      "RangeError: chiSquareTest() expects a whole number of observations in each cell from 0, and got -2.",
      "RangeError: chiSquareTest() expects a whole number of observations in each cell from 0, and got NaN.",
      "RangeError: chiSquareTest() expects no row or column of zeros alone, and got one: leave it out.",
      "RangeError: chiSquareTest() expects no row or column of zeros alone, and got one: leave it out.",
      "RangeError: chiSquareTest() expects a table of 2 × 2 for Yates' correction, and got 2 × 3: leave yates out.",
    ]
  `)
})
