import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTimes, sameTime, type ClockTime } from '../../../src/judges/entities/read-times.js'

function times(text: string): string[] {
  return readTimes(text).map(({ readings }) => readings.map(show).join(','))
}

function show({ minutes, isEitherHalf }: ClockTime): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}${isEitherHalf === true ? '?' : ''}`
}

test.each([
  ['5 pm', '17:00'],
  ['5p.m.', '17:00'],
  ['7:30am.', '7:30'],
  ['12 am', '0:00'],
  ['12 pm', '12:00'],
  ['17:30', '17:30'],
  ['05:30', '5:30'],
  ['5:30', '5:30?'],
  ['10.30 am', '10:30'],
  ['8 40 in the morning', '8:40'],
  ['half past nine', '9:30?'],
  ['half past 7 in the evening', '19:30'],
  ['quarter to 1 in the afternoon', '12:45'],
  ['25 to 7 p.m.', '18:35'],
  ['twenty to five', '4:40?'],
  ['10 past 3', '3:10?'],
  ["5 o'clock", '5:00?'],
  ['four in the afternoon', '16:00'],
  ['nine thirty pm', '21:30'],
  ['evening 6:15', '18:15'],
  ['8 at night', '20:00'],
  ['noon', '12:00'],
  ['midnight', '0:00'],
  ['2019-03-04T09:05:00Z', '9:05'],
])('%j is %s', (text, time) => expect(times(text)).toEqual([time]))

test.each([
  '3 days',
  '2 of 5',
  '5 to 7 days',
  'rated 4.5',
  'I am 5',
  'good morning 10 rooms',
  '1:2:3:4',
  '25:00',
  'ratio 3 in 4',
])('%j has none', (text) => expect(times(text)).toEqual([]))

test('both ends of a range count', () => {
  expect(times('from 5 to 7 pm')).toEqual(['17:00', '19:00'])
  expect(times('open 9-5 pm')).toEqual(['9:00', '17:00'])
  expect(times('11 to 1 pm')).toEqual(['11:00', '13:00'])
  expect(times('5 to 7 pm')).toEqual(['18:55,19:00,17:00'])
})

test('a number before a time is none of it', () => {
  expect(times('2 9:15 am tickets')).toEqual(['9:15'])
})

test('every minute is read alike in every form', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
      const padded = String(minute).padStart(2, '0')
      const twelve = `${hour % 12 === 0 ? 12 : hour % 12}:${padded} ${hour < 12 ? 'am' : 'p.m.'}`
      const exact = { minutes: hour * 60 + minute }
      for (const text of [`${String(hour).padStart(2, '0')}:${padded}`, twelve]) {
        const [span] = readTimes(`at ${text}, please`)
        expect(span?.readings.some((reading) => sameTime(reading, exact))).toBe(true)
      }
    }),
  )
})
