import { describe, expect, test } from 'vitest'
import { judgeFaithfulness } from '../../../src/judges/local/judge-faithfulness.js'

const input = 'Where is my order 12345?'
const judge = (reply: string, ...context: string[]) =>
  judgeFaithfulness({ metric: 'faithfulness', input, reply, context })

describe('a figure that the context does not state', () => {
  test.for<[string, string, number, string]>([
    ['Returns are free within 45 days.', 'Returns are free for 30 days.', 0, 'Not in the context: "45 days".'],
    ['Your order arrives on 22 May.', 'Order 12345 arrives on 22 June.', 0, 'Not in the context: "22 may".'],
    ['It is in parcel HP-5520-713.', 'It is in parcel HP-5520-714.', 0, 'Not in the context: "hp 5520 713".'],
    ['Write to help@shop.example.', 'Write to info@shop.example.', 0, 'Not in the context: "help shop example".'],
    ['It costs 20 euros.', 'It costs 20 dollars.', 0, 'Not in the context: "20 euros".'],
    ['Order 12345 came at 14:00.', 'Order 12345 came at 9:30.', 0.5, 'Not in the context: "14 00"; in it: "12345".'],
  ])('%s', ([reply, context, value, rationale]) => {
    expect(judge(reply, context)).toEqual({ value, rationale })
  })
})

describe('a sentence of the context with the same figures and words', () => {
  test.for<[string, ...string[]]>([
    ['Returns are free within 30 days.', 'Returns are free for 30 days.'],
    ['Your order arrives on 22 May. I am glad to help!', 'Order 12345 arrives on May 22, 2026.'],
    ['Order 12345 costs €20.', 'Hello.', 'Order 12345 costs 20.00 EUR.'],
    ['1. Your tracking id is AB12CD.', 'Tracking id: AB12CD'],
  ])('%s', ([reply, ...context]) => {
    expect(judge(reply, ...context).value).toBe(1)
  })
})

describe('declines', () => {
  test.for<[string, string, string]>([
    ['without a figure', 'Your parcel is on its way.', 'The parcel was lost.'],
    ['where the message alone has the figure', 'Order 12345 is on its way.', 'The parcel was lost.'],
    ['a number in words', 'Returns are free within 30 days.', 'Returns are free for thirty days.'],
    ['a date in another form', 'Your order arrives on 22 May.', 'Order 12345: arrival 2026-05-22.'],
    ['a time in another form', 'It came at 14:00.', 'It came at 2 pm.'],
    ['other words around the figure', 'Order 12345 was delivered.', 'Order 12345 was lost.'],
    ['a negation', 'Order 12345 was not delivered.', 'Order 12345 was delivered.'],
    ['figures of two sentences', 'Order 12 arrives on 7 May.', 'Order 12 arrives on 5 May. Order 67 arrives on 7 May.'],
    ['figures of two things', 'Order 12 arrives on 7 May.', 'Order 12 arrives on 5 May, order 67 arrives on 7 May.'],
    ['a second sentence that is new', 'Order 12345 is lost. We send a bicycle.', 'Order 12345 is lost.'],
  ])('%s', ([, reply, context]) => {
    const { value, declined } = judge(reply, context)
    expect(value).toBeNull()
    expect(declined).toContain('LLM judge')
  })
})

test('a long reply and a long context take no more than seconds', () => {
  const started = performance.now()
  const reply = Array.from({ length: 2_000 }, (_, index) => `Item ${index} costs ${index} euros.`).join(' ')
  judge(reply, reply)
  for (const piece of ['12345, ', 'a-1-', '1:2 ', '1. ', ' ']) judge(piece.repeat(20_000), piece.repeat(20_000))
  expect(performance.now() - started).toBeLessThan(20_000)
}, 30_000)
