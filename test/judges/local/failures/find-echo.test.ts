import { expect, test } from 'vitest'
import { findEcho } from '../../../../src/judges/local/failures/find-echo.js'

const input = 'Can you tell me where my parcel is today?'
const find = (reply: string, asked = input) => findEcho({ input: asked, reply })?.kind

test.for([input, 'can you tell me where my parcel is today', `User: ${input}`, `${input} ${input}`, `"${input}"`])(
  'the message again: %s',
  (reply) => {
    expect(find(reply)).toBe('echo')
  },
)

test.for([
  ['Your parcel is in Bern today.', input],
  [`You ask where your parcel is today: it is in Bern.`, input],
  ['Good evening to you!', 'Good evening to you!'],
  ['Hello', 'Hello'],
  ['Two tickets to Bern?', 'Two tickets to Bern.'],
  ['Two tickets to Bern.', 'Two tickets to Bern.'],
  ['He goes home every day.', 'Correct the grammar: He goes home every day.'],
  ['Repeat after me: one two three', 'Repeat after me: one two three'],
])('none: %s', ([reply = '', asked = '']) => {
  expect(find(reply, asked)).toBeUndefined()
})
