import { expect, test } from 'vitest'
import { findEmpty } from '../../../../src/judges/local/failures/find-empty.js'

test.for(['', ' \n\t', '…', '?!', '---', '\u200b'])('%j says nothing', (reply) => {
  expect(findEmpty({ input: 'How are you?', reply })).toEqual({ kind: 'empty', evidence: reply.trim() })
})

test.for([
  ['How are you?', 'ok'],
  ['How many?', '7'],
  ['Did you like it?', '👍'],
  ['好吗?', '好'],
  ['Which punctuation mark ends a question?', '?'],
])('%s %s', ([input = '', reply = '']) => {
  expect(findEmpty({ input, reply })).toBeUndefined()
})
