import { expect, test } from 'vitest'
import { receiveReply } from '../../src/matchers/receive-reply.js'

const reply = { text: 'Hello!', input: 'Hi', durationMs: 3 }
const receive = (received: unknown, input?: string) => receiveReply('toHaveIntent', received, input)

test('a reply of an assistant is taken as it is', () => {
  expect(receive(reply)).toBe(reply)
  expect(receive(reply, 'Hi')).toBe(reply)
})

test('a reply that was written down needs no duration', () => {
  expect(receive({ text: 'Hello!', input: '' })).toEqual({ text: 'Hello!', input: '' })
})

test('a bare string is taken with the message that it answers, be that empty', () => {
  expect(receive('Hello!', 'Hi')).toEqual({ text: 'Hello!', input: 'Hi' })
  expect(receive('Hello!', '')).toEqual({ text: 'Hello!', input: '' })
})

test('a bare string alone is refused', () => {
  expect(() => receive('Hello!')).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: toHaveIntent: a bare string needs the message that it answers. Write \`expect(text).toHaveIntent(…, { input: 'the message' })\`, or give it a reply of defineAssistant]`,
  )
})

test('an empty reply is refused, for there is nothing to judge', () => {
  for (const empty of ['', ' \n\t']) {
    expect(() => receive(empty, 'Hi')).toThrow(TypeError)
    expect(() => receive({ ...reply, text: empty })).toThrow('toHaveIntent: the reply is empty')
  }
  expect(() => receive('', 'Hi')).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: toHaveIntent: the reply is empty, and there is nothing to judge in it. Find out why the assistant said nothing; if it should, write \`expect(reply.text).toBe('')\`]`,
  )
})

test('a promise of a reply is refused with what to write', () => {
  expect(() => receive(Promise.resolve(reply))).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: toHaveIntent: expected a reply, got a promise of one. Write \`expect(await ask(…))\` or \`expect(ask(…)).resolves.toHaveIntent(…)\`]`,
  )
})

test.for<[unknown, string]>([
  [undefined, 'undefined'],
  [null, 'null'],
  [7, '7'],
  [{ text: 'Hello!' }, 'an object with text'],
  [{ content: 'Hello!', role: 'assistant' }, 'an object with content, role'],
  [{ text: 7, input: 'Hi' }, 'an object with text, input'],
  [[reply], 'a list of 1'],
  [() => reply, 'a function'],
])('%o is no reply', ([received, words]) => {
  expect(() => receive(received)).toThrow(
    new TypeError(
      `toHaveIntent: expected a reply ({ text, input, … } from an assistant of defineAssistant) or a string, got ${words}`,
    ),
  )
})

test('a reply has its own input, and another one is refused', () => {
  expect(() => receive(reply, 'Good day')).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: toHaveIntent: the option "input" is for bare strings; this reply has an input of its own. Leave it out]`,
  )
})
