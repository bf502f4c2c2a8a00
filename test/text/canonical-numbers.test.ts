import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalNumbers } from '../../src/text/canonical-numbers.js'

test.each([
  ['1,234.50', ['1234.5']],
  ['1.234,50', ['1234.5']],
  ["1'234.5", ['1234.5']],
  ['1234.5', ['1234.5']],
  ['1.234', ['1234', '1.234']],
  ['1,234', ['1234']],
  ['1.234.567', ['1234567']],
  ['007', ['7']],
  ['0', ['0']],
  ['0,5', ['0.5']],
  ['12345,67890', []],
  ['1.2.3', []],
  ['AB12', []],
  ['', []],
  ['12345678901234567891', ['12345678901234567891']],
])('%s', (text, expected) => expect(canonicalNumbers(text)).toEqual(expected))

test('reads back every amount, however it is grouped', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 99 }), (units, cents) => {
      const amount = units + cents / 100
      for (const locale of ['en-US', 'de-DE']) {
        const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(amount)
        expect(canonicalNumbers(text).map(Number)).toEqual([Number(`${units}.${String(cents).padStart(2, '0')}`)])
      }
    }),
  )
})
