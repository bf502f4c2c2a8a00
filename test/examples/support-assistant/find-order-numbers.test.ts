import { expect, test } from 'vitest'
import { findOrderNumbers } from '../../../examples/support-assistant/assistant/find-order-numbers.js'

test.each([
  ['Where is 48213?', ['48213']],
  ['#48213', ['48213']],
  ['order 48 213 please', ['48213']],
  ['48213 and 48190', ['48213', '48190']],
  ['48213, I said 48213', ['48213']],
  ["order 48213'; DROP TABLE orders;--", ['48213']],
  ['my order number is 482134', ['482134']],
  ['order 9999', ['9999']],
  ['I have ridden 12500 km', []],
  ['it cost 12500 €, that is €12500', []],
  ['shipping to 10115 Berlin', []],
  ['call 482134821', []],
  ['tracking HP-5520-71345', []],
  ['a 700x40 tyre for 29 inch wheels', []],
])('%j', (message, numbers) => {
  expect(findOrderNumbers(message)).toEqual(numbers)
})
