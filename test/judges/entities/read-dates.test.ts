import { expect, test } from 'vitest'
import { readDates } from '../../../src/judges/entities/read-dates.js'

const FRIDAY = '2019-03-01'

/** As `2019-3-4`, `?` for what is not said; several readings or days with commas. */
function dates(text: string, reference?: string): string[] {
  return readDates(text, reference).map(({ readings }) =>
    readings.map(({ year, month, day }) => [year, month, day].map((part) => part ?? '?').join('-')).join(','),
  )
}

test.each([
  ['2019-03-04', '2019-3-4'],
  ['due 4.3.2019.', '2019-3-4'],
  ['3/4/2019', '2019-3-4,2019-4-3'],
  ['3/14/19', '2019-3-14'],
  ['on March 4th, 2019', '2019-3-4'],
  ['4 March', '?-3-4'],
  ['the first of May', '?-5-1'],
  ['March 4th to 6th', '?-3-4,?-3-6'],
  ['on the 5th.', '?-?-5'],
  ['today at 4 places', '2019-3-1'],
  ['tomorrow', '2019-3-2'],
  ['later today', '2019-3-1'],
  ['the day after tomorrow', '2019-3-3'],
  ['day after tomorrow', '2019-3-3'],
  ['on Wednesday', '2019-2-27,2019-3-6'],
  ['last Wednesday', '2019-2-27'],
  ['this Sunday', '2019-3-3'],
  ['next Friday', '2019-3-8'],
  ['Monday next week', '2019-3-4'],
  ['13th of this month', '2019-3-13'],
  ['2nd of next month', '2019-4-2'],
  ['in 3 days', '2019-3-4'],
])('%j is %s', (text, day) => expect(dates(text, FRIDAY)).toEqual([day]))

test.each([
  'for 3 days',
  'a stay of 3 days',
  'the 5th floor',
  '24/7',
  'I may go',
  'rated 5.4',
  '31.2.2019',
  'next week',
  'version 1.2.3.4',
  'order 2019-03-041',
])('%j has none', (text) => expect(dates(text, FRIDAY)).toEqual([]))

test('a length of stay is none beside a date either', () => {
  expect(dates('for 5 days from tomorrow', FRIDAY)).toEqual(['2019-3-2'])
})

test('a relative date has no reading without a day to count from, so that the clock changes nothing', () => {
  expect(dates('tomorrow, next Friday, the day after tomorrow, tonight or in 3 days')).toEqual(['', '', '', '', ''])
  expect(dates('March 5th and 2019-03-06')).toEqual(['?-3-5', '2019-3-6'])
})

test('the reference is the day that it says, wherever the time zone is', () => {
  expect(dates('today', '2019-03-01T23:59:00-11:00')).toEqual(['2019-3-1'])
  expect(dates('today', '2019-03-01T00:01:00+13:00')).toEqual(['2019-3-1'])
})

test('says where each stands', () => {
  const text = 'Leaves on March 4th, comes back in 3 days.'
  expect(readDates(text, FRIDAY).map(({ at, end }) => text.slice(at, end))).toEqual(['March 4th', 'in 3 days'])
})
