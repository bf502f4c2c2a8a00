import { describe, expect, test } from 'vitest'
import { alignment, information } from '../../src/encoder/alignment.js'
import { likeness } from '../../src/encoder/likeness.js'
import { Meanings } from '../../src/encoder/meanings.js'

const meanings = await Meanings.load()
const parcel = await meanings.of('Where is my parcel?')

test('a text is read once', async () => {
  expect(await meanings.of('Where is my parcel?')).toBe(parcel)
  expect(parcel.words).toEqual(['parcel'])
})

test('of a text that is about nothing all words count', async () => {
  expect((await meanings.of('It is what it is.')).words).toEqual(['it', 'is', 'what'])
})

test('likeness stands out for what means the same, and only for that', async () => {
  const same = likeness(parcel, await meanings.of('When will the package I ordered arrive?'))
  const other = likeness(parcel, await meanings.of('We are a family business that repairs pianos.'))
  expect(same).toBeGreaterThan(2)
  expect(other).toBeLessThan(1)
  expect(likeness(await meanings.of('When will the package I ordered arrive?'), parcel)).toBeCloseTo(same, 12)
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

test('more texts than are remembered are read all the same', async () => {
  await Promise.all(Array.from({ length: 2_100 }, (_, i) => meanings.of(`${i}`)))
  expect(likeness(await meanings.of('Where is my parcel?'), parcel)).toBeGreaterThan(3)
})

describe("with the user's own encoder", () => {
  /** As near as they have letters in common. */
  const embed = (texts: readonly string[]) =>
    Promise.resolve(
      texts.map((text) => Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => text.split(letter).length - 0.9)),
    )

  test('texts that are asked for at once are given together, and each once', async () => {
    const asked: (readonly string[])[] = []
    const own = await Meanings.load({
      embed: (texts) => {
        asked.push(texts)
        return embed(texts)
      },
    })
    expect(asked.length).toBe(1)
    await Promise.all([own.of('tea'), own.of('coffee'), own.of('tea')])
    expect(asked[1]).toEqual(['tea', 'coffee'])
    const [tea, eat, fig] = await Promise.all([own.of('tea'), own.of('eat'), own.of('jumpy fig')])
    expect(likeness(tea, eat)).toBeGreaterThan(likeness(tea, fig))
    expect(tea.embedding.length).toBe(26)
  })

  test('one that needs not wait may answer at once', async () => {
    const own = await Meanings.load({ embed: (texts) => texts.map((text) => [1, text.length]) })
    expect((await own.of('tea')).embedding.length).toBe(2)
  })

  test('one that failed is asked again', async () => {
    let up = true
    const own = await Meanings.load({ embed: (texts) => (up ? embed(texts) : Promise.reject(new Error('down'))) })
    up = false
    await expect(own.of('tea')).rejects.toThrow('down')
    up = true
    expect((await own.of('tea')).words).toEqual(['tea'])
  })

  test.for<[string, unknown]>([
    ['got undefined', undefined],
    ['none for each text', [[1]]],
    ['vectors of numbers', Array(160).fill('text')],
    ['of one length', Array.from({ length: 160 }, (_, i) => (i === 7 ? [1] : [1, 2]))],
    ['finite', Array.from({ length: 160 }, () => [1, Number.NaN])],
  ])('says what is wrong with what it gives: %s', async ([, given]) => {
    await expect(Meanings.load({ embed: () => Promise.resolve(given as number[][]) })).rejects.toThrow(
      /^localJudge: expected option embed to give (?:160 )?vectors.*; return number\[\]\[\] or Float32Array\[\]$/,
    )
  })
})
