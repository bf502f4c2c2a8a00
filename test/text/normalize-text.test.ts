import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalizeText } from '../../src/text/normalize-text.js'

test('writes one thing one way', () => {
  expect(normalizeText('Zürich CAFÉ ﬁne Straße')).toBe('zurich cafe fine strasse')
  expect(normalizeText('Don’t non‑stop ２４')).toBe("don't non-stop 24")
})

test('leaves the marks of other scripts, which are letters there', () => {
  expect(normalizeText('Й が')).toBe('й が')
})

test('changes nothing the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(normalizeText(normalizeText(text))).toBe(normalizeText(text))
    }),
  )
})
