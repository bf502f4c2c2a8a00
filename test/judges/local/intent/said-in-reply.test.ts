import { expect, test } from 'vitest'
import { saidInReply } from '../../../../src/judges/local/intent/said-in-reply.js'

const input = 'I need help with my order #12345'

test('keeps what the reply says by itself', () => {
  expect(saidInReply({ input, reply: 'Your parcel left on Monday. It arrives soon.' })).toEqual({
    sentences: ['Your parcel left on Monday.', 'It arrives soon.'],
    isGeneric: false,
    hasNonAnswer: false,
  })
})

test('leaves out the message said back, and lists of words', () => {
  expect(saidInReply({ input, reply: `${input}. Your parcel left.` }).sentences).toEqual(['Your parcel left.'])
  expect(saidInReply({ input, reply: 'order, refund, status, account, team, parcel' }).sentences).toEqual([])
})

test('leaves out courtesy as long as there is anything else', () => {
  const courtesy = 'Thank you for your message.'
  expect(saidInReply({ input, reply: `${courtesy} Your parcel left.` }).sentences).toEqual(['Your parcel left.'])
  expect(saidInReply({ input, reply: courtesy })).toEqual({
    sentences: [courtesy],
    isGeneric: true,
    hasNonAnswer: false,
  })
})

test('leaves out that the assistant cannot answer, unless that is wanted', () => {
  const reply = 'Sorry, I did not understand that. Your parcel left.'
  expect(saidInReply({ input, reply })).toEqual({
    sentences: ['Your parcel left.'],
    isGeneric: false,
    hasNonAnswer: true,
  })
  expect(saidInReply({ input, reply, examples: ['I did not understand you.'] }).hasNonAnswer).toBe(false)
})
