import { describe, expect, test } from 'vitest'
import { judgeAgreement } from '../../../src/judges/local/judge-agreement.js'

const REFERENCE = 'Returns are free for 30 days.'
const judge = (reply: string, reference = REFERENCE, input = 'What does it cost to send it back?') =>
  judgeAgreement({ metric: 'agreement', input, reply, reference })

test.for([REFERENCE, 'You can return it free of charge for 30 days.', 'Yes, returning is FREE within 30 days!'])(
  'says all: %s',
  (reply) => {
    expect(judge(reply)).toEqual({ value: 1, rationale: 'The reply has 3 of 3 words of the reference, and "30 days".' })
  },
)

test('says another figure', () => {
  const rationale = 'The reply says "14 days" where the reference says "30 days".'
  expect(judge('Returns are free for 14 days.')).toEqual({ value: 0, rationale })
})

test('says only that it cannot answer', () => {
  expect(judge("I'm sorry, I don't know.").value).toBe(0)
  expect(judge("I don't know.", 'I do not know.').value).not.toBe(0)
})

describe('declines', () => {
  test.for<[string, string, string?]>([
    ['the same in other words', 'You can send it back within a month at no cost.'],
    ['the same in another unit', 'Returns are free for four weeks, that is 4 weeks.'],
    ['a number in words', 'Returns are free for thirty days.'],
    ['a negation', 'Returns are not free for 30 days.'],
    ['a figure that is left out', 'Returns are free.'],
    ['a figure that is added', 'Returns are free for 30 days, and for 60 days in winter.'],
    ['another language', 'Rücksendungen sind 30 Tage lang kostenlos und wir holen sie ab.'],
    ['one word that is another', 'Order 12345 went to Zurich by train.', 'Order 12345 went to Bern by train.'],
    ['figures in another order', 'Order 12 on 7 May, order 34 on 5 May.', 'Order 12 on 5 May, order 34 on 7 May.'],
    ['a reference without words', 'Fine.', ':)'],
  ])('%s', ([, reply, reference]) => {
    const { value, declined } = judge(reply, reference)
    expect(value).toBeNull()
    expect(declined).toContain('LLM judge')
  })
})
