import { expect, test } from 'vitest'
import { embedTexts } from '../../src/encoder/embed-texts.js'
import { SentenceEncoder } from '../../src/encoder/sentence-encoder.js'

const long = 'The parcel is on its way and will arrive tomorrow morning. '.repeat(12)

test('gives what the encoder gives, each text in its place', async () => {
  const encoder = await SentenceEncoder.load()
  const texts = ['Where is my parcel?', '', 'Où est mon colis ?', long]
  expect(await embedTexts(texts)).toEqual(texts.map((text) => encoder.embed(text)))
})

test('questions that are asked at once get their own answers', async () => {
  const [[tea], [coffee, again], none] = await Promise.all([
    embedTexts(['tea']),
    embedTexts(['coffee', 'tea']),
    embedTexts([]),
  ])
  expect(again).toEqual(tea)
  expect(coffee).not.toEqual(tea)
  expect(none).toEqual([])
})

test('the main thread is free meanwhile', async () => {
  await embedTexts(['tea'])
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  await embedTexts(Array.from({ length: 5 }, () => long))
  clearInterval(timer)
  // In this thread it would be none.
  expect(turns).toBeGreaterThan(5)
})
