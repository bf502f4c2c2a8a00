import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenize } from '../../src/text/tokenize.js'

const texts = (text: string) => tokenize(text).map((token) => token.text)

test.each([
  ['Order #12345 costs €1,234.50.', ['order', '12345', 'costs', 'eur', '1,234.50']],
  ['order_id:12345 and 12345.Thanks', ['order', 'id', '12345', 'and', '12345', 'thanks']],
  ['Don’t ask O’Brien', ['don', 't', 'ask', 'o', 'brien']],
  ['Zürich, Straße, ŁÓDŹ', ['zurich', 'strasse', 'lodz']],
  ['68mm on the 21st at 5pm, 20%', ['68', 'mm', 'on', 'the', '21', 'at', '5', 'pm', '20', 'percent']],
  ['AB12345 stays whole', ['ab12345', 'stays', 'whole']],
  ['订单12345已发货', ['订', '单', '12345', '已', '发', '货']],
  ['नमस्ते दुनिया', ['नमस्ते', 'दुनिया']],
  ['２０２４ №5 Acme™', ['2024', '5', 'acme']],
  ['... !!! 🙂', []],
])('%s', (text, expected) => expect(texts(text)).toEqual(expected.map((word) => word.normalize('NFC'))))

test.each(['HP-5520-713', '14:00', '2024-05-21', '21.05.2024', '555-0142', 'ann@example.com', '1.2.3', '24/7'])(
  '%s is one thing of several pieces',
  (text) => {
    const compounds = tokenize(text).map((token) => token.compound)
    expect(compounds.length).toBeGreaterThan(1)
    expect(new Set(compounds)).toEqual(new Set([0]))
  },
)

test.each(['10-speed', '2-4', 'order-12345', 'shop.example/orders/12345', "it's"])('%s is several words', (text) => {
  expect(tokenize(text).every((token) => token.compound === undefined)).toBe(true)
})

test('takes any text, and finds the same in a text twice as long twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(texts(`${text} \n ${text}`)).toEqual([...texts(text), ...texts(text)])
    }),
  )
})

test('is fast on what could make it slow', () => {
  const started = performance.now()
  for (const piece of ['1,', '1.', "a'", '-', '1/', 'a@', '9', '1 ']) tokenize(piece.repeat(50_000))
  expect(performance.now() - started).toBeLessThan(3_000)
})
