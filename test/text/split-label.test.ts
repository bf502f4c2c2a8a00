import { expect, test } from 'vitest'
import { splitLabel } from '../../src/text/split-label.js'

test.each([
  'order_support',
  'OrderSupport',
  'orderSupport',
  'order-support',
  'ORDER_SUPPORT',
  ' Order  support ',
  'order/support',
  'order.support',
])('%s is two words', (label) => expect(splitLabel(label)).toEqual(['order', 'support']))

test('keeps an abbreviation together', () => {
  expect(splitLabel('HTTPError')).toEqual(['http', 'error'])
  expect(splitLabel('getPDFInvoice')).toEqual(['get', 'pdf', 'invoice'])
})

test('works in other scripts, and gives nothing for nothing', () => {
  expect(splitLabel('заказ_статус')).toEqual(['заказ', 'статус'])
  expect(splitLabel('__')).toEqual([])
})
