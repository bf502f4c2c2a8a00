import { expect, test } from 'vitest'
import * as z from 'zod'
import { entityValue } from '../../src/cases/entity-value.js'

const schema = entityValue(z)

test('turns a RegExp into what JSON can say', () => {
  expect(schema.parse({ id: [/^A/i, '5'], when: { $any: 'date' } })).toEqual({
    id: [{ source: '^A', flags: 'i' }, '5'],
    when: { $any: 'date' },
  })
})

test('refuses what means nothing, saying why', () => {
  const problem = (value: unknown) => schema.safeParse(value).error?.issues.map(({ message }) => message)
  expect(problem({ $any: 'day' })).toEqual([
    'expected the type of an entity, one of date, time, datetime, money, number, percent, phone, email, id, text, got "day"',
  ])
  expect(problem([{ source: '(', flags: '' }])?.[0]).toContain('expected a regular expression that compiles')
  expect(problem(undefined)).toEqual(['expected JSON, got nothing'])
})
