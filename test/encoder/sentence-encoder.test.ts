import { expect, test } from 'vitest'
import { SentenceEncoder } from '../../src/encoder/sentence-encoder.js'
import { cosine, readReferences } from './reference.js'

const encoder = await SentenceEncoder.load()
const references = readReferences()

test('gives what TensorFlow.js gives for the same weights, on more than 500 texts', () => {
  expect(references.length).toBeGreaterThan(500)
  const cosines = references
    .filter(({ pieces }) => pieces.length > 0)
    .map(({ pieces, embedding }) => cosine(encoder.encode(pieces.slice(0, 128)), embedding))
  expect(Math.min(...cosines)).toBeGreaterThan(0.998)
})

test('an embedding has length 1, and none for nothing', () => {
  const embedding = encoder.embed('Where is my parcel?')
  expect(embedding.length).toBe(512)
  expect(Math.hypot(...embedding)).toBeCloseTo(1, 5)
  expect(encoder.embed(' ').every((number) => number === 0)).toBe(true)
})

test('what means the same is nearer than what does not', () => {
  const age = encoder.embed('How old are you?')
  expect(cosine(age, encoder.embed('What is your age?'))).toBeGreaterThan(0.75)
  expect(cosine(age, encoder.embed('The parcel was shipped yesterday.'))).toBeLessThan(0.2)
})

test('a text of megabytes is cut, and takes no time', () => {
  const long = 'The parcel is on its way. '.repeat(100_000)
  expect(cosine(encoder.embed(long), encoder.embed('The parcel is on its way. '.repeat(40)))).toBeCloseTo(1, 6)
})
