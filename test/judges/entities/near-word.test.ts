import { expect, test } from 'vitest'
import { slipsBetween } from '../../../src/judges/entities/near-word.js'

test.each([
  ['francisco', 'fransisco', 1],
  ['teh', 'the', undefined],
  ['zurich', 'zurcih', 1],
  ['apartment', 'apartments', 0],
  ['fransicso', 'francisco', 2],
  ['cat', 'car', undefined],
  ['room4', 'room5', undefined],
  ['available', 'unavailable', undefined],
  ['legal', 'illegal', undefined],
])('%j and %j: %s', (a, b, slips) => {
  expect(slipsBetween(a, b)).toBe(slips)
  expect(slipsBetween(b, a)).toBe(slips)
})
