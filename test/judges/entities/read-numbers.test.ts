import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumbers } from '../../../src/judges/entities/read-numbers.js'
import { inWords } from '../../support/in-words.js'

function numbers(text: string): string[] {
  return readNumbers(text, []).map(({ numbers: [number = ''], currency, isPercent }) =>
    [number, currency, isPercent === true ? '%' : undefined].filter((part) => part !== undefined).join(' '),
  )
}

test.each([
  ['$1,200.50', '1200.5 usd'],
  ['1200 dollars', '1200 usd'],
  ['EUR 12', '12 eur'],
  ['12 €', '12 eur'],
  ['12eur', '12 eur'],
  ['twelve dollars', '12 usd'],
  ['six hundred bucks', '600 usd'],
  ['A$5', '5 aud'],
  ['$5 CAD', '5 cad'],
  ['1.5 million', '1500000'],
  ['$3,250.It', '3250 usd'],
  ['23 %', '23 %'],
  ['23 percent', '23 %'],
  ['1\u202f234', '1234'],
  ['68mm', '68'],
  ['order-12345', '12345'],
  ['ID-12345', '12345'],
  ['one ticket', '1'],
  ['twenty-five', '25'],
  ['minus 5 degrees', '-5'],
])('%j is %s', (text, number) => expect(numbers(text)).toEqual([number]))

test.each(['A-1', 'HP-5520-713', 'A10', '3/4', '14:00', 'the one that', 'one of them', '1st Street', '5th', 'abc'])(
  '%j has none',
  (text) => expect(numbers(text)).toEqual([]),
)

test('a sign belongs to the number that it touches', () => {
  expect(numbers('room 5 $6')).toEqual(['5', '6 usd'])
  expect(numbers('5 € 6')).toEqual(['5 eur', '6'])
})

test('a list holds each of its numbers', () => {
  expect(numbers('1,2,3 and 3-5')).toEqual(['1', '2', '3', '3', '5'])
})

test('is none where something else stands', () => {
  expect(readNumbers('5 pm, 6', [{ at: 0, end: 4 }]).map(({ at }) => at)).toEqual([6])
})

test('a number in words and in digits is the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 999_999_999 }), (value) => {
      expect(numbers(`about ${inWords(value)} euros`)).toEqual(numbers(`about ${value} euros`))
    }),
  )
})
