import { beforeAll, expect, test } from 'vitest'
import { Meanings } from '../../../../src/encoder/meanings.js'
import { labelWords, saysDescription } from '../../../../src/judges/local/intent/label-words.js'

let meanings: Meanings

beforeAll(async () => {
  meanings = await Meanings.load()
})

async function wordsOf(label: string, text: string) {
  return labelWords(await meanings.of(label), await meanings.of(text), meanings)
}

test('a word is said by the same stem, or by one that is used alike', async () => {
  expect(await wordsOf('cancel flights', 'Your flight was cancelled.')).toEqual([
    { word: 'cancel', saidBy: 'cancelled' },
    { word: 'flights', saidBy: 'flight' },
  ])
  expect(await wordsOf('morning', 'See you in the evening.')).toEqual([{ word: 'morning', saidBy: 'evening' }])
})

test('a word that nothing is near to is not said, nor is one by a word that fits every message', async () => {
  expect(await wordsOf('refund', 'The weather is fine.')).toEqual([{ word: 'refund' }])
  expect(await wordsOf('time', 'One moment please.')).toEqual([{ word: 'time' }])
})

test('a description is said if its words are, but for those about the reply itself', async () => {
  const description = await meanings.of('Says when the parcel arrives')
  expect(saysDescription(description, await meanings.of('The parcel arrives tomorrow.'), meanings)).toBe(true)
  expect(saysDescription(description, await meanings.of('The shop is closed.'), meanings)).toBe(false)
  expect(saysDescription(await meanings.of('Says more'), await meanings.of('More.'), meanings)).toBe(false)
})
