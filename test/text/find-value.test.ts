import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findValue } from '../../src/text/find-value.js'
import { tokenize } from '../../src/text/tokenize.js'

const has = (text: string, value: string) => findValue(tokenize(text), tokenize(value)) !== -1

test.each([
  ['your order #12345.', '12345'],
  ['order 12345. Thanks', '#12345'],
  ['order-12345 is packed', '12345'],
  ['https://shop.example/orders/12345', '12345'],
  ['that is 1234.5 in all', '1,234.50'],
  ['It costs €128.00', '128'],
  ['It costs 128 EUR', '€128.00'],
  ['It costs 128.00', '€128'],
  ['moved to San Francisco, CA', 'san francisco'],
  ['Tracking: HP-5520-713.', 'hp 5520 713'],
  ['open 2–4 days', '4'],
  ['on the 21st May', '21 May'],
  ['in Zurich', 'Zürich'],
  ['您的订单12345已发货', '订单'],
  ["that is Ann's bike", 'Ann'],
  ['It was -5 °C', '-5'],
])('%s has %s', (text, value) => expect(has(text, value)).toBe(true))

test.each([
  ['order 12345', '5'],
  ['order 12345', '1234'],
  ['costs 12.5', '5'],
  ['costs 12.5', '12'],
  ['Tracking: HP-5520-713.', '5520'],
  ['Tracking: HP-5520-713.', '713'],
  ['at 14:00', '14'],
  ['on 2024-05-21', '5'],
  ['call 555-0142', '142'],
  ['code AB12345', '12345'],
  ['write to ann@example.com', 'ann'],
  ['It costs $128', '€128'],
  ['Francisco, San Jose', 'San Francisco'],
  ['understanding', 'stand'],
  ['It was 5 °C', '-5'],
  ['order 12345678901234567890', '12345678901234567891'],
])('%s has no %s', (text, value) => expect(has(text, value)).toBe(false))

test('no number is found within a longer run of digits', () => {
  const digits = fc.stringMatching(/^[1-9]\d{0,8}$/)
  fc.assert(
    fc.property(digits, fc.stringMatching(/^\d{0,4}$/), fc.stringMatching(/^\d{0,4}$/), (value, before, after) => {
      fc.pre(before + after !== '' && !/^0+$/.test(before + after))
      fc.pre(Number(before + value + after) !== Number(value))
      expect(has(`Your order ${before}${value}${after} is packed.`, value)).toBe(false)
      expect(has(`Your order #${value}.`, value)).toBe(true)
    }),
  )
})
