import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findWords, sameWords } from '../../../src/judges/entities/find-words.js'
import { readWords } from '../../../src/judges/entities/read-words.js'

function isIn(text: string, sought: string): boolean {
  return findWords(readWords(text), readWords(sought)) !== undefined
}

test.each([
  ['Your flight to San Fransisco.', 'San Francisco'],
  ['a ticket to Fresnno', 'Fresno'],
  ['the DOUBLE TREE hotel', 'Doubletree Hotel'],
  ['Send an email', 'e-mail'],
  ["Rubio's in Bern", 'rubios'],
  ['a four-star hotel', '4 star hotel'],
  ['50 Eighth Street', '50 8th Street'],
  ['Hostel and Inn', 'Hostel & Inn'],
  ['Zürich', 'zurich'],
  ['訂單在東京', '東京'],
])('in %j is %j', (text, sought) => expect(isIn(text, sought)).toBe(true))

test.each([
  ['50 8th Street', '60 8th Street'],
  ['The room is unavailable', 'available'],
  ['Boston', 'Bolton'],
  ['a planet', 'plane'],
  ['The concatenation', 'cat'],
  ['Francisco San', 'San Francisco'],
  ['San', 'San Francisco'],
  ['unavailable at the gate today', 'available at the gate today'],
])('in %j is no %j', (text, sought) => expect(isIn(text, sought)).toBe(false))

test('the whole is the same, a part is not', () => {
  expect(sameWords(readWords('San Fransisco'), readWords('san francisco'))).toBe(true)
  expect(sameWords(readWords('San Francisco Bay'), readWords('San Francisco'))).toBe(false)
})

test('what a text says is in it, whatever stands around', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
      (a, sought, b) => {
        fc.pre(readWords(sought).length > 0)
        expect(isIn(`${a} ${sought} ${b}`, sought)).toBe(true)
      },
    ),
  )
})
