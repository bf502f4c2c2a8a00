import { expect, test } from 'vitest'
import { matchPattern } from '../../../src/judges/entities/match-pattern.js'

test('says where a text matches first', () => {
  expect(matchPattern({ source: 'b+', flags: 'gi' }, 'aaBBb b')).toEqual({ at: 2, end: 5 })
  expect(matchPattern({ source: '^b' }, 'ab')).toBeUndefined()
})

test('does not wait for a pattern that never ends', () => {
  const start = performance.now()
  expect(matchPattern({ source: '^(a+)+$' }, `${'a'.repeat(200_000)}!`)).toBe('too slow')
  expect(performance.now() - start).toBeLessThan(5_000)
})
