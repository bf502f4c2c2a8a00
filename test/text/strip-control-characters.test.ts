import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stripControlCharacters } from '../../src/text/strip-control-characters.js'

test('takes out colours, cursor movements, titles and links', () => {
  expect(stripControlCharacters('\u001b[31mred\u001b[0m \u001b[2Jcleared')).toBe('red cleared')
  expect(
    stripControlCharacters('\u001b]0;title\u0007a\u001b]8;;https://example.com\u001b\\link\u001b]8;;\u001b\\'),
  ).toBe('alink')
})

test('leaves the text of an escape sequence that never ends', () => {
  expect(stripControlCharacters('\u001b]0;never closed')).toBe(']0;never closed')
})

test('keeps tabs and line feeds, and lets no carriage return overwrite its line', () => {
  expect(stripControlCharacters('a\tb\nc\r\nd\re')).toBe('a\tb\nc\nd\ne')
})

test('takes out what reverses the reading direction, and leaves emoji and accents whole', () => {
  expect(stripControlCharacters('safe\u202etxt.exe')).toBe('safetxt.exe')
  expect(stripControlCharacters('👩‍🔧 Zürich नमस्ते')).toBe('👩‍🔧 Zürich नमस्ते')
})

test('leaves no character behind that a terminal obeys', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      // eslint-disable-next-line no-control-regex
      expect(stripControlCharacters(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    }),
  )
})
