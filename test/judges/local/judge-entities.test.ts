import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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

describe('finds a value by its type', () => {
  const referenceDate = '2019-03-01'

  test.each<[string, unknown]>([
    ['You leave on March 4th at 5 pm.', '2019-03-04'],
    ['You leave tomorrow.', '2019-03-02'],
    ['You leave on March 2nd.', 'tomorrow'],
    ['You leave at half past nine in the evening.', '21:30'],
    ['You leave at 9:30.', 'half past nine'],
    ['You leave on March 4th at 5 pm.', '2019-03-04T17:00'],
    ['That makes twelve dollars.', '$12'],
    ['That makes $1,200.50.', 1200.5],
    ['That makes 1200 dollars.', '$1,200'],
    ['Five tickets at 5 pm.', 5],
    ['5 tickets at 5 pm.', 'five'],
    ['It will rain with 23 percent.', '23%'],
    ['Call +1 (602) 555-0147.', '602-555-0147'],
    ['Write to Ann@Bern.example.', 'ann@bern.example'],
    ['Your code is A-1.', 'A-1'],
    ['See https://shop.example/orders/12345.', '12345'],
    ['You fly to San Fransisco.', 'San Francisco'],
    ['Order A123 is packed.', /a\d{3}/i],
    ['Order A123 is packed.', { source: 'a\\d{3}', flags: 'i' }],
    ['It comes on Monday.', { $any: 'date' }],
    ['It costs $5.', { $any: 'money' }],
  ])('in %j is %j', (reply, value) => expect(judge(reply, { value }, { referenceDate }).value).toBe(1))

  test.each<[string, unknown]>([
    ['You leave on March 4th.', '2019-03-05'],
    ['You leave on March 4th 2018.', '2019-03-04'],
    ['You leave at 9:30 am.', '21:30'],
    ['You leave on March 4th at 5 pm and return on March 5th at 6 pm.', '2019-03-04T18:00'],
    ['You leave at 5 pm on March 5th, call 555-5555.', 5],
    ['Order 12345 is packed.', 5],
    ['That makes €12.', '$12'],
    ['That makes 12.', '$12'],
    ['It will rain at 23 degrees.', '23%'],
    ['Your code is A-10.', 'A-1'],
    ['The room is unavailable.', 'available'],
    ['It comes soon.', { $any: 'date' }],
    ['It costs 5.', { $any: 'money' }],
  ])('in %j is no %j', (reply, value) => expect(judge(reply, { value }, { referenceDate }).value).toBe(0))
})

test('a relative date is not counted from today', () => {
  expect(judge('You leave tomorrow.', { date: new Date().toISOString().slice(0, 10) }).value).toBe(0)
  expect(judge('You leave tomorrow.', { date: 'tomorrow' }).value).toBe(1)
})

test('a number of quite another size is no hint', () => {
  const hint = (reply: string, value: string | number) => judge(reply, { value }).rationale.includes('nearest')
  expect(hint('I need your order number, which has five digits.', '48102')).toBe(false)
  expect(hint('That takes 12 days.', 5)).toBe(true)
  expect(hint('There are none, so 3.', 0)).toBe(true)
  expect(hint('It costs $900.', '$5')).toBe(false)
})

test('explains each miss with what comes nearest and where', () => {
  const expected = { order_id: '12345', date: '2019-03-04', time: '17:30', total: '$20', id: 'AB-12', name: 'Zurich' }
  expect(judge('Order 12354, 2019-03-06 at 5 pm, $25, AB-13, Geneva', expected).rationale).toMatchInlineSnapshot(
    `"Found 0 of 6; missed: order_id "12345" (nearest: "12354" at 6), date "2019-03-04" (nearest: "2019-03-06" at 13), time "17:30" (nearest: "5 pm" at 27), total "$20" (nearest: "$25" at 33), id "AB-12" (nearest: "AB-13" at 38), name "Zurich"."`,
  )
})

test('declines a pattern that takes too long, whatever else is found', () => {
  const judgement = judge(`Order 12345. ${'a'.repeat(100)}!`, { id: '12345', code: /^Order 12345. (a+)+$/ })
  expect(judgement.value).toBeNull()
  expect(judgement.declined).toContain('without repetitions within repetitions')
})

test('says what a pattern and a type are', () => {
  expect(judge('Order A1.', { id: /^x/, when: { $any: 'date' } }).rationale).toBe(
    'Found 0 of 2; missed: id /^x/, when any date.',
  )
  expect(() => judge('Order A1.', { when: { $any: 'day' } })).toThrow(TypeError)
})

const value = fc.oneof(
  fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  fc
    .integer({ min: 0, max: 1439 })
    .map((time) => `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`),
  fc.integer({ min: 0, max: 99_999 }).map((cents) => `$${(cents / 100).toFixed(2)}`),
  fc.integer({ min: 0, max: 9_999_999 }).map(String),
  fc.stringMatching(/^[A-Z]{2}-\d{1,4}$/),
  fc.stringMatching(/^[2-9]\d{2}-\d{3}-\d{4}$/),
  fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.example$/),
  fc.stringMatching(/^[A-Z][a-z]{3,8} [A-Z][a-z]{3,8}$/),
)
const padding = fc.array(fc.constantFrom('please', 'confirm', 'your', 'booking', 'thanks', 'hotel', 'with'), {
  maxLength: 6,
})

test("a value's own text is always found, and other words around it change nothing", () => {
  fc.assert(
    fc.property(value, padding, padding, (own, before, after) => {
      expect(judge(own, { own }).value).toBe(1)
      expect(judge([...before, own, ...after].join(' '), { own }).value).toBe(1)
    }),
  )
})

test('other words around a reply change nothing of what it does not say either', () => {
  fc.assert(
    fc.property(value, value, padding, padding, (own, said, before, after) => {
      expect(judge([...before, said, ...after].join(' '), { own }).value).toBe(judge(said, { own }).value)
    }),
  )
})

describe('takes well under a second for 200 KB that were made to take long', () => {
  const expected = {
    date: '2019-03-04',
    datetime: '2019-03-04T17:35',
    money: '$1,234.50',
    phone: '415-555-0132',
    email: 'ann@bern.example',
    id: 'QZ-713',
    name: 'San Francisco International Airport',
    any: { $any: 'percent' },
  }
  test.each([
    'march 5 ',
    'may\n',
    '1may',
    'Monday, March 5th 2019 at 5 pm to ',
    '3 days later ',
    '2019-03-0',
    '1-',
    '1,234,',
    '1\u00a0',
    'a.a@a.',
    '+1 (415) ',
    '5:30 pm ',
    'half past ',
    'one hundred and ',
    'million ',
    'a',
    'San Francisco International Airpor ',
    'QZ-',
    '漢',
    ' ',
    '$',
    "o'",
  ])('%j', (piece) => {
    const reply = piece.repeat(200_000 / piece.length)
    const start = performance.now()
    judge(reply, expected, { referenceDate: '2019-03-01' })
    // Twice what it takes on a busy machine; what grows with the square takes minutes.
    expect(performance.now() - start).toBeLessThan(3_000)
  })
})
