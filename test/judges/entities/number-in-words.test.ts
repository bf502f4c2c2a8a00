import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberInWords } from '../../../src/judges/entities/number-in-words.js'
import { inWords } from '../../support/in-words.js'

test.each([
  ['two three', 2, 1],
  ['one hundred and forty dollars', 140, 4],
  ['five hundred and twenty bucks', 520, 4],
  ['one thousand four hundred and forty', 1440, 6],
  ['a hundred', 100, 2],
  ['a thousand and five', 1005, 4],
  ['fourteen hundred', 1400, 2],
  ['two dozen eggs', 24, 2],
  ['twelve and five', 12, 1],
  ['twenty one', 21, 2],
])('%j begins with %i', (text, value, length) => expect(numberInWords(text.split(' '))).toEqual({ value, length }))

test.each(['', 'a', 'and', 'hundred', 'a ticket', 'dozen', 'toString'])('%j begins with none', (text) =>
  expect(numberInWords(text.split(' '))).toBeUndefined(),
)

test('reads every number as it is said', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
      expect(numberInWords(inWords(value).split(/[ -]/))?.value).toBe(value)
    }),
  )
})
