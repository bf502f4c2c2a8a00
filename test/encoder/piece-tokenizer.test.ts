import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PieceTokenizer } from '../../src/encoder/piece-tokenizer.js'
import { readAsset } from '../../src/encoder/read-asset.js'
import { readReferences } from './reference.js'

const asset = await readAsset('encoder.bin')
const pieces = asset.texts('vocabulary')
const tokenizer = new PieceTokenizer(pieces, asset.float32('vocabulary.scores'))

const references = readReferences()

test("cuts as TensorFlow's own tokenizer does, but for white space, which that one takes for a piece", () => {
  const others = references.filter(({ text, pieces: ids }) => tokenizer.tokenize(text).join(' ') !== ids.join(' '))
  expect(others.filter(({ text }) => text === text.trim().replaceAll(/\s+/g, ' '))).toEqual([])
  expect(others.length).toBeLessThan(5)
})

test('property: known pieces written one after another are the text', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 8 }), (words) => {
      const written = tokenizer.tokenize(words.join(' ')).map((id) => pieces[id])
      expect(written.join('')).toBe(words.map((word) => `▁${word}`).join(''))
    }),
  )
})

test('property: takes any text, and gives at most as many as asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 5 }), (text, most) => {
      const ids = tokenizer.tokenize(text, most)
      expect(ids.length).toBeLessThanOrEqual(most)
      expect(ids.every((id) => id >= 0 && id < pieces.length)).toBe(true)
    }),
  )
})
