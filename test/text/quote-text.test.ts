import { expect, test } from 'vitest'
import { quoteText } from '../../src/text/quote-text.js'

test('is one line without control characters', () => {
  expect(quoteText(' a\r\n\tb \u001b[31mred\u0007 ')).toBe('"a b red"')
})

test('cuts what is long, and no character in half', () => {
  expect(quoteText('x'.repeat(100))).toBe(`"${'x'.repeat(79)}…"`)
  expect(quoteText(`${'x'.repeat(78)}${'🙂'.repeat(9)}`)).toBe(`"${'x'.repeat(78)}…"`)
})
