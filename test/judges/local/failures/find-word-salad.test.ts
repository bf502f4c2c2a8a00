import { describe, expect, test } from 'vitest'
import { findWordSalad } from '../../../../src/judges/local/failures/find-word-salad.js'

const find = (reply: string, input = 'Where is my parcel?') => findWordSalad({ input, reply })?.kind

test.for([
  'Is parcel the the and tomorrow your of Bern in will a with to is be from.',
  'you when of the parcel are a is your Bern to of arrives and it my.',
  'table cloud seventeen banana sidewalk jump window yellow quickly spoon river',
])('in no order: %s', (reply) => {
  expect(find(reply)).toBe('word-salad')
})

describe('lets be', () => {
  test.for([
    'Your parcel is in Bern, and will be with you tomorrow.',
    'Who would you like to send the money to, and how much?',
    'What it is made of is wool, what it is for is walking.',
    'You had had that that I had ordered.',
    'I will play This Is The Day by The The from the album Soul Mining.',
    'flour, eggs, butter, milk, baking powder, salt, sugar, vanilla, cinnamon, yeast',
    'It comes at 8 am. the driver rings twice.',
    'Ihr Paket ist in Bern und wird morgen zugestellt.',
    'In the the end it works.',
  ])('%s', (reply) => {
    expect(find(reply)).toBeUndefined()
  })

  test('words that are asked for', () => {
    expect(
      find('table cloud seventeen banana sidewalk jump window yellow quickly spoon river', 'Give me ten random words'),
    ).toBe(undefined)
  })
})
