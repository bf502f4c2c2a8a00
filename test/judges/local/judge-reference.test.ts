import { describe, expect, test } from 'vitest'
import { judgeReference } from '../../../src/judges/local/judge-reference.js'

const reference = 'The seller pays the buyer within 30 days.'
const judge = (reply: string) => judgeReference({ input: 'When do I get my money?', reply, reference })

test('the reference itself is 4 of 5, whatever its case and marks', () => {
  expect(judge('the seller pays the buyer within 30 days')).toEqual({
    value: 0.75,
    rationale: 'The reply is the reference, word by word.',
  })
})

test('another figure in the place of one is 2 of 5', () => {
  expect(judge('The seller pays the buyer within 60 days.')).toEqual({
    value: 0.25,
    rationale: 'The reply says "60 days" where the reference says "30 days".',
  })
})

test('no answer at all is 2 of 5', () => {
  expect(judge("I'm sorry, I don't know.").value).toBe(0.25)
})

describe('all its words prove nothing', () => {
  test.for([
    'The buyer pays the seller within 30 days.',
    'The seller pays the buyer within 30 days, or never.',
    'Within 30 days the seller pays the buyer.',
    'You get it back within a month.',
    'The seller pays the buyer.',
  ])('%s', (reply) => {
    const { value, declined } = judge(reply)
    expect(value).toBeNull()
    expect(declined).toMatch(/check.*LLM judge/)
  })
})
