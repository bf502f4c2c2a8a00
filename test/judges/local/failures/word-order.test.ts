import { expect, test } from 'vitest'
import { CLASS_COUNT, orderClasses, wordOrder } from '../../../../src/judges/local/failures/word-order.js'
import { orderTable } from '../../../../src/judges/local/failures/word-order-table.js'

test('the table has a row and a column for each class', () => {
  expect(orderTable).toHaveLength(CLASS_COUNT)
  expect(new Set(orderTable.map((row) => row.length))).toEqual(new Set([CLASS_COUNT]))
})

test('English stands in order, the same words turned round do not', () => {
  const words = 'I have booked a table for two of you at the old inn by the river'.split(' ')
  expect(wordOrder(words.join(' ')).mean).toBeGreaterThan(0.2)
  expect(wordOrder(words.reverse().join(' ')).mean).toBeLessThan(-0.2)
})

test('marks that part sentences count once, and lines part them too', () => {
  expect(orderClasses('Yes?!\nNo.')).toEqual(orderClasses('Yes. No.'))
})

test('nothing is in no order', () => {
  expect(wordOrder('')).toEqual({ mean: 0, pairs: 1 })
})
