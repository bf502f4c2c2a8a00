import { expect, test } from 'vitest'
import { compareIntent } from '../../src/judges/compare-intent.js'

test.each(['order_support', 'OrderSupport', 'order-support', 'ORDER SUPPORT', 'ordersupport'])(
  '%s is the same label however it is written',
  (actual) => expect(compareIntent({ expected: 'order_support', actual }).value).toBe(1),
)

test.each(['order', 'order_support_2', 'refund', ''])('%j is another', (actual) =>
  expect(compareIntent({ expected: 'order_support', actual }).value).toBe(0),
)

test('says what came and what was expected, safe to print', () => {
  expect(compareIntent({ expected: 'greeting', actual: 'fare\u001b[31mwell' }).rationale).toBe(
    'The assistant returned the intent "farewell", not "greeting".',
  )
})

test('labels without a word are equal as they stand', () => {
  expect(compareIntent({ expected: '?', actual: '?' }).value).toBe(1)
  expect(compareIntent({ expected: '?', actual: '!' }).value).toBe(0)
})
