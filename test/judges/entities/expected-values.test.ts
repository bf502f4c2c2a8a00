import { expect, test } from 'vitest'
import { expectedValues } from '../../../src/judges/entities/expected-values.js'

test('knows patterns and types as values of their own', () => {
  expect(
    expectedValues({ id: [/^A/i, { source: 'b', flags: '' }], trip: { leaves: { $any: 'date' }, from: 'Bern' } }),
  ).toEqual([
    { name: 'id', value: { source: '^A', flags: 'i' } },
    { name: 'id', value: { source: 'b', flags: '' } },
    { name: 'trip.leaves', value: { $any: 'date' } },
    { name: 'trip.from', value: 'Bern' },
  ])
})

test('an object with more than that is one of entities', () => {
  expect(expectedValues({ code: { source: 'a', flags: 'b', size: 1 } }).map(({ name }) => name)).toEqual([
    'code.source',
    'code.flags',
    'code.size',
  ])
})

test('throws for a pattern that does not compile and for a type that is none', () => {
  expect(() => expectedValues({ id: { source: '(', flags: '' } })).toThrow('entity "id": expected a regular expression')
  expect(() => expectedValues({ id: { $any: 'day' } })).toThrow('one of date, time, datetime, money')
})
