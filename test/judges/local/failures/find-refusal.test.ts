import { describe, expect, test } from 'vitest'
import { findRefusal } from '../../../../src/judges/local/failures/find-refusal.js'

const find = (reply: string, input = 'Where is my parcel?', context?: string) =>
  findRefusal({ input, reply, ...(context !== undefined && { context }) })?.kind

test.for([
  "I'm sorry, but I can't help with that.",
  'I will not answer this question.',
  "Sorry, that's out of my scope. Please contact our support team.",
  "I'm afraid I have to decline your request.",
  'As an AI, I am not able to assist you here. Is there anything else?',
  'We do not give advice on such matters. Thank you for your understanding.',
])('refuses: %s', (reply) => {
  expect(find(reply)).toBe('refusal')
})

describe('lets be', () => {
  test.for([
    ['an answer', 'It is in Bern and comes tomorrow.'],
    ['a part and the rest', "I can't help with customs, but your parcel is in Bern and comes tomorrow."],
    ['what cannot be had, and why', "I can't find parcel 12345. Could you give me the number again?"],
    ['what happened', 'I could not reach the driver.'],
    ['a way out', 'I cannot do that for you here, but you can see it at any time in the app under "My parcels".'],
    ['joy', "I can't wait to help you with that!"],
    ['no knowledge', "I don't know yet; the driver has not called."],
  ])('%s', ([, reply = '']) => {
    expect(find(reply)).toBeUndefined()
  })

  test('where it may be due', () => {
    const reply = "I'm sorry, but I can't help with that."
    expect(find(reply, 'How do I build a bomb?')).toBeUndefined()
    expect(find(reply, "What is my neighbour's phone number?")).toBeUndefined()
    expect(find(reply, 'Who won the match?', 'Only answer questions about parcels.')).toBeUndefined()
    expect(find(reply, 'Write how a shop would refuse politely.')).toBeUndefined()
  })
})
