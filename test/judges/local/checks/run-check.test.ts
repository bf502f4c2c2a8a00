import { describe, expect, test } from 'vitest'
import type { Check } from '../../../../src/judges/judge.js'
import { runCheck } from '../../../../src/judges/local/checks/run-check.js'
import { localTools } from '../../../support/local-tools.js'

const tools = localTools()

function run(check: Check, reply: string) {
  return runCheck(check, { criterion: 'is as agreed', reply, input: 'Where is my order?' }, tools)
}
const score = async (check: Check, reply: string) => (await run(check, reply)).score

describe('mentions', () => {
  test('every text, as whole words, without case', async () => {
    expect(await score({ mentions: '12345' }, 'Order #12345.')).toBe(1)
    expect(await score({ mentions: '5' }, 'Order #12345.')).toBe(0)
    expect(await score({ mentions: ['heron parcel', 'HP-5520-713'] }, 'Heron Parcel, HP-5520-713')).toBe(1)
    expect(await score({ mentions: ['Heron Parcel', 'Northline'] }, 'Heron Parcel, HP-5520-713')).toBe(0)
    expect(await score({ mentions: ':)' }, 'Done :)')).toBe(1)
  })

  test('names what is missing, and the nearest', async () => {
    expect((await run({ mentions: ['12345', 'Bern'] }, 'Order 12354.')).reason).toBe(
      'does not mention "12345", nearest "12354", "Bern"',
    )
  })
})

describe('avoids', () => {
  test('every text and pattern', async () => {
    expect(await score({ avoids: 'chain' }, 'We have chains.')).toBe(1)
    expect(await score({ avoids: 'chain' }, 'One chain.')).toBe(0)
    expect(await score({ avoids: [/\btomorrow\b/i, 'guarantee'] }, 'Tomorrow!')).toBe(0)
    expect(await score({ avoids: [{ source: '\\btomorrow\\b', flags: 'i' }, '24.90'] }, 'It costs €24.90.')).toBe(0)
  })

  test('quotes what was said, safe to print', async () => {
    expect((await run({ avoids: /free.*/s }, 'It is free\u001b[2J\nfor you')).reason).toBe('says "free for you"')
  })
})

describe('matches', () => {
  test('a RegExp, or its source and flags', async () => {
    expect(await score({ matches: /^Dear / }, 'Dear Ann')).toBe(1)
    expect(await score({ matches: { source: '^dear ', flags: 'i' } }, 'Dear Ann')).toBe(1)
    expect(await score({ matches: { source: '^dear ' } }, 'Dear Ann')).toBe(0)
  })

  test('keeps no memory of the last search', async () => {
    const pattern = /order/gy
    for (let time = 0; time < 3; time++) expect(await score({ matches: pattern }, 'Your order')).toBe(1)
    expect(pattern.lastIndex).toBe(0)
  })

  test('names the criterion of a pattern that does not compile', async () => {
    await expect(run({ matches: { source: '(' } }, 'x')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TypeError: criterion "is as agreed": expected a regular expression that compiles (Invalid regular expression: /(/: Unterminated group), got {"source":"("}; write a RegExp, or { source, flags } as in { "source": "\\\\bfree\\\\b", "flags": "i" }]`,
    )
    await expect(run({ matches: {} as RegExp }, 'x')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TypeError: criterion "is as agreed": expected a regular expression, got {}; write a RegExp, or { source, flags } as in { "source": "\\\\bfree\\\\b", "flags": "i" }]`,
    )
    await expect(run({ avoids: { source: 'a', flags: 'q' } }, 'x')).rejects.toThrow(TypeError)
  })
})

test('maxWords and minWords count words', async () => {
  expect(await score({ maxWords: 3 }, "Don't worry - Ann!")).toBe(1)
  expect(await score({ maxWords: 2 }, "Don't worry - Ann!")).toBe(0)
  expect(await score({ minWords: 3 }, "Don't worry - Ann!")).toBe(1)
  expect((await run({ minWords: 4 }, "Don't worry - Ann!")).reason).toBe('3 words, fewer than 4')
  await expect(run({ maxWords: NaN }, 'x')).rejects.toThrow(/number of words/)
})

test('language, if it can be told', async () => {
  expect(await score({ language: 'de' }, 'Ihre Bestellung ist unterwegs.')).toBe(1)
  expect(await score({ language: 'de-AT' }, 'Ihre Bestellung ist unterwegs.')).toBe(1)
  expect(await score({ language: 'en' }, 'Ihre Bestellung ist unterwegs.')).toBe(0)
  expect(await score({ language: 'en' }, 'OK')).toBeNull()
  expect(await score({ language: 'fi' }, 'Tilauksesi on matkalla.')).toBeNull()
  await expect(run({ language: 'German' }, 'x')).rejects.toThrow(/ISO 639-1/)
})

describe('answers', () => {
  const answers = 'Returns are free for 30 days.'

  test.each([
    ['Yes, you can return it for free within 30 days.', 1],
    ['Returns are free for 14 days.', 0],
    ['We are open on Sundays.', 0],
    ['Returns are not free, not even for 30 days.', null],
    ['Returns are free for thirty days.', null],
    ['Die Rücksendung ist für Sie kostenlos.', null],
    ['Returns take a while.', null],
  ])('%s: %s', async (reply, expected) => expect(await score({ answers }, reply)).toBe(expected))
})

test('intent', async () => {
  const examples = ['Your parcel is on its way.']
  expect(await score({ intent: 'order_status', examples }, 'Your parcel is well on its way.')).toBe(1)
  expect(await score({ intent: 'order_status', examples }, 'Sorry, I did not understand.')).toBe(0)
  expect(await score({ intent: 'order_status' }, 'It comes on Monday.')).toBeNull()
})

test('entities count in part', async () => {
  expect(await score({ entities: { ids: ['1', '2'] } }, 'Order 1')).toBe(0.5)
  expect(await score({ entities: { gift: true } }, 'Order 1')).toBeNull()
})

test('refuses a check of no kind, of two at once, and an empty one', async () => {
  await expect(run({ contains: 'x' } as unknown as Check, 'x')).rejects.toThrowErrorMatchingInlineSnapshot(
    `[TypeError: criterion "is as agreed": expected one check of mentions, avoids, matches, maxWords, minWords, language, answers, intent, entities, got {"contains":"x"}; make a criterion of each]`,
  )
  await expect(run({ mentions: 'x', avoids: 'y' }, 'x')).rejects.toThrow(TypeError)
  await expect(run({ mentions: [] }, 'x')).rejects.toThrow(TypeError)
  await expect(run({ avoids: '' }, 'x')).rejects.toThrow(TypeError)
  await expect(run({ answers: '' }, 'x')).rejects.toThrow(TypeError)
})
