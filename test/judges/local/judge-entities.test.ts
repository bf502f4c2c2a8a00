import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EntitiesRequest } from '../../../src/judges/judge.js'
import { judgeEntities } from '../../../src/judges/local/judge-entities.js'

function judge(reply: string, expected: Record<string, unknown>, more: Partial<EntitiesRequest> = {}) {
  return judgeEntities({ metric: 'entities', input: '', reply, expected, ...more })
}

test.each(['Order #12345 is packed.', 'That is order 12345.', 'order-12345', '(12345)'])('12345 is in %j', (reply) =>
  expect(judge(reply, { order_id: ['12345'] }).value).toBe(1),
)

test('5 is not in 12345', () => {
  expect(judge('Order 12345 is packed.', { quantity: 5 }).value).toBe(0)
})

test('scores the share that is found, of lists and nested objects too', () => {
  const expected = { ids: ['1', '2'], customer: { city: 'Bern', name: 'Ann' } }
  expect(judge('Orders 1 and 3 go to Bern.', expected).value).toBe(0.5)
})

test('compares numbers by their value, and knows money and aliases', () => {
  expect(judge('That makes 1.234,50 €.', { amount: 1234.5 }).value).toBe(1)
  expect(judge('That makes €1,234.50.', { amount: '1234.5 EUR' }).value).toBe(1)
  expect(judge('Your flight to SFO', { to: 'San Francisco' }, { aliases: { 'san francisco': ['SFO'] } }).value).toBe(1)
})

test('says what was found and missed, with the nearest', () => {
  expect(
    judge('Order 12345 goes to San Fransisco\u001b[2J.', { id: 12345, city: 'San Francisco', date: '21 May' })
      .rationale,
  ).toMatchInlineSnapshot(
    `"Found 2 of 3: id "12345", city "San Francisco" (as "San Fransisco" at 20); missed: date "21 May"."`,
  )
})

test('leaves out what no text can be searched for, and says so', () => {
  const judgement = judge('Order 12345.', { id: '12345', gift: true, coupon: null })
  expect(judgement.value).toBe(1)
  expect(judgement.rationale).toMatchInlineSnapshot(
    `"Found 1 of 1: id "12345"; not judged, since a text cannot be searched for it: gift "true", coupon "null"."`,
  )
})

test('declines where nothing is left to look for', () => {
  expect(judge('Order 12345.', { gift: true })).toMatchInlineSnapshot(`
    {
      "declined": "A text cannot be searched for gift "true". Expect words or numbers, let the assistant return its entities, or use an LLM judge.",
      "rationale": "A text cannot be searched for gift "true".",
      "value": null,
    }
  `)
  expect(judge('Order 12345.', {}).value).toBeNull()
  expect(judge('Order 12345.', { id: [] }).value).toBeNull()
})

test('compares what the assistant extracted instead of the text', () => {
  expect(judge('Order 12345.', { id: '12345' }, { extracted: {} }).value).toBe(0)
  expect(judge('Hello.', { id: '12345' }, { extracted: { id: 12345 } }).value).toBe(1)
  expect(judge('Hello.', { id: '1' }, { extracted: { id: ['1', '2', '3'] }, exact: true }).value).toBe(0.5)
})

test('declines to say of a text that it names too many', () => {
  expect(judge('Order 12345.', { id: '12345' }, { exact: true }).declined).toContain('{ exact: true }')
})

test('is null or within 0..1, and the same every time', () => {
  const value = fc.jsonValue({ maxDepth: 2 })
  fc.assert(
    fc.property(fc.string(), fc.dictionary(fc.string(), value), (reply, expected) => {
      const judgement = judge(reply, expected)
      if (judgement.value === null) expect(judgement.declined).toBeTruthy()
      else expect(judgement.value >= 0 && judgement.value <= 1).toBe(true)
      expect(judge(reply, expected)).toEqual(judgement)
    }),
  )
})
