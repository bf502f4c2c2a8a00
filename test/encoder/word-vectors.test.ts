import { expect, test } from 'vitest'
import { WordVectors } from '../../src/encoder/word-vectors.js'
import { cosine } from './reference.js'

const words = await WordVectors.load()

test('what is used alike is alike', () => {
  expect(words.similarity('refund', 'refund')).toBe(1)
  expect(words.similarity('morning', 'evening')).toBeGreaterThan(0.6)
  expect(words.similarity('delivery', 'banana')).toBeLessThan(0.2)
})

test('of an unknown word nothing is known, but that it is itself', () => {
  expect(words.similarity('qwrtzp', 'refund')).toBeUndefined()
  expect(words.similarity('qwrtzp', 'qwrtzp')).toBe(1)
  expect(words.ofText(['qwrtzp'])).toBeUndefined()
})

test('frequencies fall with the rank, and sum to less than 1', () => {
  expect(words.frequency('the')).toBeGreaterThan(words.frequency('refund'))
  expect(words.frequency('refund')).toBeGreaterThan(words.frequency('qwrtzp'))
  expect(words.frequency('the')).toBeLessThan(0.1)
})

test('in the vector of a text rare words count for more', () => {
  const text = words.ofText(['the', 'refund'])!
  expect(cosine(text, words.ofText(['refund'])!)).toBeGreaterThan(cosine(text, words.ofText(['the'])!))
})
