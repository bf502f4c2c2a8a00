import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareEntities as compareWith, type EntitiesComparison } from '../../src/judges/compare-entities.js'
import { readDates } from '../../src/judges/entities/read-dates.js'

function compareEntities(comparison: Omit<EntitiesComparison, 'readDates'>) {
  return compareWith({ ...comparison, readDates })
}

test('compares names and values however they are written', () => {
  expect(
    compareEntities({
      expected: { order_id: ['12345'], amount: 1234.5, city: 'Zürich', gift: true },
      extracted: { orderId: '#12345', Amount: '1,234.50', city: 'zurich', gift: 'true' },
    }).value,
  ).toBe(1)
})

test('a part of a value is not the value', () => {
  expect(compareEntities({ expected: { id: '5' }, extracted: { id: '12345' } }).value).toBe(0)
})

test('counts the values of a list one by one, each once', () => {
  expect(compareEntities({ expected: { id: ['1', '2', '2'] }, extracted: { id: ['2', '1'] } }).value).toBeCloseTo(2 / 3)
})

test('looks into nested objects by name', () => {
  const expected = { customer: { name: 'Ann', city: 'Bern' } }
  expect(compareEntities({ expected, extracted: { customer: { city: 'Bern', name: 'Bob' } } }).value).toBe(0.5)
  expect(compareEntities({ expected, extracted: { name: 'Ann', city: 'Bern' } }).value).toBe(0)
})

test('knows aliases, from either side', () => {
  const aliases = { 'San Francisco': ['SFO', 'Frisco'] }
  expect(compareEntities({ expected: { to: 'San Francisco' }, extracted: { to: 'sfo' }, aliases }).value).toBe(1)
  expect(compareEntities({ expected: { to: 'SFO' }, extracted: { to: 'San Francisco' }, aliases }).value).toBe(1)
  expect(compareEntities({ expected: { to: 'SFO' }, extracted: { to: 'Oslo' }, aliases }).value).toBe(0)
})

test.each<[unknown, unknown]>([
  ['2019-03-04', 'March 4th 2019'],
  ['March 4th', '2019-03-04T17:30:00Z'],
  ['17:30', '5:30 pm'],
  ['2019-03-04T17:30', 'March 4th 2019 at half past 5 in the afternoon'],
  ['tomorrow', '2019-03-02'],
  [5, '$5'],
  ['five', 5],
  ['$5', '5.00 USD'],
  ['12 %', '12 percent'],
  ['(602) 555-0147', '+1 602 555 0147'],
  ['A-1', 'a1'],
  ['12345', '#12345'],
  ['San Francisco', 'San Fransisco'],
  ['true', true],
  [true, 'True'],
  [/^A\d+$/, 'A12'],
  [{ $any: 'date' }, 'on Monday'],
  [{ $any: 'money' }, '5 dollars'],
  [{ $any: 'number' }, 5],
])('where %j is expected, %j is right', (value, got) => {
  const comparison = { expected: { value }, extracted: { value: got }, referenceDate: '2019-03-01' }
  expect(compareEntities(comparison).value).toBe(1)
})

test.each<[unknown, unknown]>([
  ['2019-03-04', 'March 5th 2019'],
  ['2019-03-04T17:30', '2019-03-04'],
  ['$5', 5],
  ['$5', '€5'],
  ['12 %', 12],
  ['A-1', 'A-10'],
  ['007', 7],
  ['San Francisco', 'San Francisco Bay'],
  [1, true],
  [/^A\d+$/, 'B12'],
  [{ $any: 'date' }, 'call me on Monday about it'],
  [{ $any: 'money' }, 5],
])('where %j is expected, %j is wrong', (value, got) => {
  expect(compareEntities({ expected: { value }, extracted: { value: got } }).value).toBe(0)
})

test('what says least takes nothing that something else needs', () => {
  const expected = { at: [{ $any: 'date' }, '2019-03-04'] }
  expect(compareEntities({ expected, extracted: { at: ['2019-03-04', '2019-03-05'] } }).value).toBe(1)
})

test('null asks that there be none', () => {
  expect(compareEntities({ expected: { coupon: null }, extracted: {} }).value).toBe(1)
  expect(compareEntities({ expected: { coupon: null }, extracted: { coupon: null } }).value).toBe(1)
  expect(compareEntities({ expected: { coupon: null }, extracted: { coupon: 'X' } }).value).toBe(0)
})

test('scores recall, and F1 if exact', () => {
  const comparison = { expected: { id: '1' }, extracted: { id: ['1', '2'], name: 'Ann' } }
  expect(compareEntities(comparison).value).toBe(1)
  expect(compareEntities({ ...comparison, exact: true }).value).toBeCloseTo(0.5)
})

test('says what was found, missed and too many, safe to print', () => {
  expect(
    compareEntities({
      expected: { id: ['1', '2'], city: 'Bern' },
      extracted: { id: ['1', '3\u001b[2J'] },
      exact: true,
    }).rationale,
  ).toMatchInlineSnapshot(
    `"The assistant returned 1 of 3 expected (recall 0.33, precision 0.50); found: id "1"; missed: id "2" (got "3"), city "Bern" (not returned); not expected: id "3"."`,
  )
})

test('throws where nothing is expected', () => {
  expect(() => compareEntities({ expected: { id: [] }, extracted: { id: '1' } })).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: compareEntities: expected at least one value, such as { order_id: ['12345'] }, got "{"id":[]}". To expect that an entity is absent, write null.]`,
  )
})

test('is within 0..1, 1 for the same again, and 0 for nothing', () => {
  const entities = fc.dictionary(
    fc.string({ minLength: 1 }),
    fc.oneof(fc.string(), fc.integer(), fc.array(fc.string())),
    {
      minKeys: 1,
    },
  )
  fc.assert(
    fc.property(entities, entities, fc.boolean(), (expected, extracted, exact) => {
      fc.pre(Object.values(expected).flat().length > 0)
      const { value } = compareEntities({ expected, extracted, exact })
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(1)
      expect(compareEntities({ expected, extracted: expected, exact }).value).toBe(1)
      expect(compareEntities({ expected, extracted: {}, exact }).value).toBe(0)
    }),
  )
})
