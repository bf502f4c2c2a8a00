import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printableJson } from '../../src/text/printable-json.js'

test('reads as what went in, and holds nothing that steers a terminal', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
      const written = printableJson({ value, text })
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify({ value, text })))
      // eslint-disable-next-line no-control-regex -- control characters are what it looks for
      expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/)
    }),
  )
  expect(printableJson('\u009b31m\u202e')).toBe('"\\u009b31m\\u202e"')
})
