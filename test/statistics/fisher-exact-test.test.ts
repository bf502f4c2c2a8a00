import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fisherExactTest, type FisherExactTestInput } from '../../src/statistics/fisher-exact-test.js'
import { expectClose } from '../support/expect-close.js'
import { messageOf } from '../support/message-of.js'

type Table = [[number, number], [number, number]]
const tableOf = (a: number, b: number, c: number, d: number): Table => [
  [a, b],
  [c, d],
]

/** scipy.stats.fisher_exact of SciPy 1.17.1. */
const REFERENCE: [Table, FisherExactTestInput['alternative'], number][] = [
  [tableOf(9, 1, 3, 7), 'two-sided', 0.019766611097880443],
  [tableOf(9, 1, 3, 7), 'greater', 0.009883305548940223],
  [tableOf(9, 1, 3, 7), 'less', 0.9996427720885925],
  [tableOf(1000, 9000, 3000, 7000), 'two-sided', 9.409593560658345e-284],
  [tableOf(100, 200, 50, 10), 'greater', 0.9999999999999494],
]

test.for(REFERENCE)('of %o, %s, is that of SciPy', ([table, alternative, pValue]) => {
  expectClose(fisherExactTest({ table, alternative }).pValue, pValue, 1e-10)
})

test('the lady tasting tea: all four cups right is 1 of 70', () => {
  const table = tableOf(4, 0, 0, 4)
  expectClose(fisherExactTest({ table, alternative: 'greater' }).pValue, 1 / 70, 1e-13)
  expectClose(fisherExactTest({ table }).pValue, 2 / 70, 1e-13)
})

test('with a margin of zeros there is one table only', () => {
  expect(fisherExactTest({ table: tableOf(0, 0, 3, 4) })).toEqual({ pValue: 1, oddsRatio: null })
  expect(fisherExactTest({ table: tableOf(5, 0, 2, 0) })).toEqual({ pValue: 1, oddsRatio: null })
  expect(fisherExactTest({ table: tableOf(5, 0, 2, 1) }).oddsRatio).toBe(Infinity)
})

const cell = fc.nat({ max: 40 })
const cells = fc.tuple(cell, cell, cell, cell).filter((counts) => counts.some((count) => count > 0))

test('does not change with both rows and columns swapped, or the table turned', () => {
  fc.assert(
    fc.property(cells, ([a, b, c, d]) => {
      const { pValue } = fisherExactTest({ table: tableOf(a, b, c, d) })
      for (const table of [tableOf(d, c, b, a), tableOf(a, c, b, d), tableOf(c, d, a, b), tableOf(b, a, d, c)]) {
        expectClose(fisherExactTest({ table }).pValue, pValue, 1e-9)
      }
      expect(pValue).toBeGreaterThan(0)
      expect(pValue).toBeLessThanOrEqual(1)
    }),
  )
})

test('both one-sided p-values share what was seen, and the two-sided is no less than the smaller', () => {
  fc.assert(
    fc.property(cells, ([a, b, c, d]) => {
      const table = tableOf(a, b, c, d)
      const of = (alternative: FisherExactTestInput['alternative']) => fisherExactTest({ table, alternative }).pValue
      const [greater, less, two] = [of('greater'), of('less'), of('two-sided')]
      expect(greater + less).toBeGreaterThanOrEqual(1)
      expect(two).toBeGreaterThanOrEqual(Math.min(greater, less) * (1 - 1e-9))
      const flipped = fisherExactTest({ table: tableOf(b, a, d, c), alternative: 'less' }).pValue
      expectClose(flipped, greater, 1e-9)
    }),
  )
})

test('says what it expected', () => {
  const wrong: FisherExactTestInput[] = [
    { table: [[1, 2]] },
    { table: [[1, 2, 3], [4, 5, 6]] }, // prettier-ignore
    { table: tableOf(1, 2, 3, -4) },
    { table: tableOf(1, 2, 3, 0.5) },
    { table: tableOf(0, 0, 0, 0) },
    { table: tableOf(1, 2, 3, 4), alternative: 'more' as 'greater' },
  ]
  expect(wrong.map((input) => messageOf(() => fisherExactTest(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: fisherExactTest() expects a table of 2 × 2, and got 1 rows with 2 cells.",
      "RangeError: fisherExactTest() expects a table of 2 × 2, and got 2 rows with 6 cells.",
      "RangeError: fisherExactTest() expects a whole number of observations in each cell from 0, and got -4.",
      "RangeError: fisherExactTest() expects a whole number of observations in each cell from 0, and got 0.5.",
      "RangeError: fisherExactTest() expects at least one observation, and got none.",
      "RangeError: fisherExactTest() expects the alternative 'two-sided', 'greater' or 'less', and got "more".",
    ]
  `)
})
