import { describe, expect, test } from 'vitest'
import { findRepetition } from '../../../../src/judges/local/failures/find-repetition.js'

const find = (reply: string, input = 'Where is my parcel?') => findRepetition({ input, reply })?.kind

describe('finds', () => {
  test.for([
    ['a word', 'parcel '.repeat(20)],
    ['a phrase', 'It is on its way '.repeat(5)],
    ['a loop at the end', `Your parcel left Bern this morning and ${'it will be here and '.repeat(8)}`],
    [
      'a long sentence',
      'Your parcel left the warehouse in Bern this morning, and the driver has it in the van. '.repeat(4),
    ],
    ['sentences by turns', 'I will look for it at once. Please wait for a moment. '.repeat(4)],
    ['letters', `Y${'e'.repeat(60)}s`],
    ['Chinese', '包裹在路上，'.repeat(8)],
  ])('%s', ([, reply = '']) => {
    expect(find(reply)).toBe('repetition')
  })
})

describe('lets be', () => {
  test.for([
    ['stress', 'It was very, very, very good.'],
    ['a list', 'Monday: 9 to 5\nTuesday: 9 to 5\nWednesday: 9 to 5\nThursday: 9 to 5\nFriday: 9 to 5'],
    ['a table', '| a | 0 | 0 | 0 | 0 |\n| b | 0 | 0 | 0 | 0 |\n| c | 1 | 1 | 1 | 1 |'],
    ['a closing line', 'It is in Bern. It comes tomorrow. Is there anything else? Tell me if there is anything else.'],
    ['a laugh', 'Ha ha ha ha ha!'],
  ])('%s', ([, reply = '']) => {
    expect(find(reply)).toBeUndefined()
  })

  test('a song, and what is asked for over and over', () => {
    const refrain = 'Roll, wagon, roll, over the hills we go.\n'
    expect(find(refrain.repeat(4), 'Write a song about a wagon')).toBeUndefined()
    expect(find('I will not be late. '.repeat(10), 'Write "I will not be late" 10 times')).toBeUndefined()
  })
})
