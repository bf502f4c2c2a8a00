import { expect, test } from 'vitest'
import { stem } from '../../src/text/stem.js'

test('gives the forms of a word one stem', () => {
  for (const word of ['refund', 'refunds', 'refunded', 'refunding']) expect(stem(word)).toBe('refund')
  expect(stem('cancellation')).toBe(stem('cancelled'))
})

test('leaves alone what is no English word', () => {
  for (const word of ['123', 'привет', 'ab12', '', '__proto__']) expect(stem(word)).toBe(word)
  expect(stem('constructor')).toBe('constructor')
})

test('is fast on a word of a million letters', () => {
  const started = performance.now()
  stem('e'.repeat(1_000_000))
  expect(performance.now() - started).toBeLessThan(200)
})
