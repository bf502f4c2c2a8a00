import { expect, test } from 'vitest'
import { alignment, information } from '../../src/encoder/alignment.js'
import { likeness } from '../../src/encoder/likeness.js'
import { Meanings } from '../../src/encoder/meanings.js'

const meanings = await Meanings.load()
const parcel = meanings.of('Where is my parcel?')

test('a text is read once', () => {
  expect(meanings.of('Where is my parcel?')).toBe(parcel)
  expect(parcel.words).toEqual(['parcel'])
})

test('of a text that is about nothing all words count', () => {
  expect(meanings.of('It is what it is.').words).toEqual(['it', 'is', 'what'])
})

test('likeness stands out for what means the same, and only for that', () => {
  const same = likeness(parcel, meanings.of('When will the package I ordered arrive?'))
  const other = likeness(parcel, meanings.of('We are a family business that repairs pianos.'))
  expect(same).toBeGreaterThan(2)
  expect(other).toBeLessThan(1)
  expect(likeness(meanings.of('When will the package I ordered arrive?'), parcel)).toBeCloseTo(same, 12)
})

test('the centre of one text is that text', () => {
  const { embedding } = meanings.centre([parcel])
  expect(embedding.every((value, i) => Math.abs(value - parcel.embedding[i]!) < 1e-6)).toBe(true)
})

test('what is wanted is said by the same stems, in part by words that are used alike, and not by nothing', () => {
  const { words } = meanings
  expect(alignment(['parcels'], ['parcel'], words)).toBe(1)
  const part = alignment(['evening'], ['morning'], words)
  expect(part).toBeGreaterThan(0.5)
  expect(part).toBeLessThan(1)
  expect(alignment(['parcel'], [], words)).toBe(0)
  expect(alignment([], ['parcel'], words)).toBe(0)
})

test('a rare word tells more than a frequent one, and none without bound', () => {
  const { words } = meanings
  expect(information('parcel', words)).toBeGreaterThan(information('the', words))
  expect(information('qwrtzp', words)).toBeLessThanOrEqual(12)
})

test('more texts than are remembered are read all the same', () => {
  for (let i = 0; i < 2_100; i++) meanings.of(`${i}`)
  expect(likeness(meanings.of('Where is my parcel?'), parcel)).toBeGreaterThan(3)
})
