import { describe, expect, test } from 'vitest'
import { isBareRefusal } from '../../../../src/judges/local/failures/is-bare-refusal.js'

const input = 'Where is my parcel?'

test.for([
  'There is not a thing that I could do about this, sorry.',
  'Such requests are never answered by our team.',
  'We were not given the permission to deal with it.',
  'This would go beyond what I am allowed to do.',
  "I'd rather refuse. Is there something else you want to ask?",
])('has no word of its own, and says no: %s', (reply) => {
  expect(isBareRefusal(input, reply)).toBe(true)
})

describe('is none', () => {
  test.for([
    'No problem, I can help with that.',
    'You do not need to do anything.',
    'Please do not reply to this message.',
    'I do not know; somebody else may be able to answer.',
    'I could not find anything.',
    'Not yet, but it is in Bern.',
    'Could you tell me more? I am not sure that I understand your question.',
    "You can't go wrong with either of them.",
    'Never better, thank you for asking!',
  ])('%s', (reply) => {
    expect(isBareRefusal(input, reply)).toBe(false)
  })

  test('a no to what may be answered by no', () => {
    expect(isBareRefusal('Do you offer this in blue?', 'We do not offer that, sorry.')).toBe(false)
  })
})
