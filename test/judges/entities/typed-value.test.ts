import { expect, test } from 'vitest'
import { readDates } from '../../../src/judges/entities/read-dates.js'
import { typedValue } from '../../../src/judges/entities/typed-value.js'

function typeOf(value: string | number, referenceDate?: string): string {
  return typedValue(value, { readDates, referenceDate }).type
}

test.each([
  ['2019-03-04', 'date'],
  ['March 4th 2019', 'date'],
  ['the 5th', 'date'],
  ['March 2019', 'date'],
  ['2019-03-04T00:00:00.000Z', 'date'],
  ['17:30', 'time'],
  ['half past nine', 'time'],
  ['2019-03-04T17:30:00Z', 'datetime'],
  ['March 4th at 5 pm', 'datetime'],
  ['$5', 'money'],
  ['twelve dollars', 'money'],
  ['5 %', 'percent'],
  [5, 'number'],
  ['12345', 'number'],
  ['-1.5', 'number'],
  ['twenty-five', 'number'],
  ['415-555-0132', 'phone'],
  ['ann@bern.example', 'email'],
  ['A-1', 'id'],
  ['#12345', 'id'],
  ['007', 'id'],
  ['3/4', 'id'],
  ['10-12', 'id'],
  ['5th', 'id'],
  ['San Francisco', 'text'],
  ['May', 'text'],
  ['50 8th Street', 'text'],
  ['5 apples', 'text'],
  ['…', 'text'],
] as const)('%j is of type %s', (value, type) => expect(typeOf(value)).toBe(type))

test('a relative date is a text without a day to count from', () => {
  expect(typeOf('tomorrow', '2019-03-01')).toBe('date')
  expect(typeOf('tomorrow')).toBe('text')
})

test('keeps the sign of a number', () => {
  expect(typedValue('-5', { readDates, referenceDate: undefined })).toEqual({ type: 'number', numbers: ['-5'] })
})
