import { expect, test } from 'vitest'
import { anyValue, isAnyValue } from '../../../src/judges/entities/any-value.js'

test('is plain JSON, as a dataset writes it', () => {
  expect(anyValue('date')).toEqual({ $any: 'date' })
  expect(isAnyValue(JSON.parse('{"$any":"date"}'))).toBe(true)
  expect(isAnyValue({ $any: 'date', of: 1 })).toBe(false)
})

test('throws for what is no type, saying which there are', () => {
  expect(() => anyValue('day' as 'date')).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: anyValue: expected the type of an entity, one of date, time, datetime, money, number, percent, phone, email, id, text, got "day"]`,
  )
})
