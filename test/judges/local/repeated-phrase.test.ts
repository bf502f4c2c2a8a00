import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repeatedPhrase } from '../../../src/judges/local/repeated-phrase.js'

test.for<[text: string, at: number]>([
  ['Hello. Refund, refund, REFUND, refund!', 7],
  ['order support, order_support; Order-Support', 0],
  ['So: 12345, Bern; 12345, Bern; 12345, Bern.', 4],
  ['one two one two one two very very very very', 0],
  ['No, no, no, no.', -1],
  ['It is very, very, very good.', -1],
  ['0 0 0 0 0', -1],
  ['Monday 9 to 5, Tuesday 9 to 5, Wednesday 9 to 5.', -1],
  ['', -1],
])('%j: %i', ([text, at]) => {
  expect(repeatedPhrase(text)).toBe(at)
})

test('any phrase said three times is found, not after its beginning', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{3,6}$/), { minLength: 2, maxLength: 24 })
  fc.assert(
    fc.property(words, words, (before, phrase) => {
      const start = `${before.join(' ')}. `
      const at = repeatedPhrase(start + `${phrase.join(' ')}, `.repeat(3))
      expect(at).toBeGreaterThanOrEqual(0)
      expect(at).toBeLessThanOrEqual(start.length)
    }),
  )
})
