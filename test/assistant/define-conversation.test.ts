import { describe, expect, test } from 'vitest'
import { defineAssistant, type AssistantCall } from '../../src/assistant/define-assistant.js'
import { defineConversation, type TurnScript } from '../../src/assistant/define-conversation.js'
import { toReplyRecord } from '../../src/assistant/reply-record.js'
import { runInTrial, TrialScope } from '../../src/worker/test-scope.js'

const echo = defineAssistant(({ message }) => `You said ${message}`)

test('asks turn by turn, with the turns before as history', async () => {
  const calls: AssistantCall[] = []
  const chat = defineConversation(
    defineAssistant((call) => {
      calls.push(call)
      return `Answer ${calls.length}`
    }),
    { context: { user: 7 } },
  )
  const { turns, durationMs, context, ...conversation } = await chat(['Hello', 'Where is it?'])
  expect(conversation).toEqual({ input: '▸ Hello\n▸ Where is it?', text: '▸ Answer 1\n▸ Answer 2' })
  expect(context).toEqual({ user: 7 })
  expect(turns.map(({ message, reply }) => [message, reply.input, reply.text])).toEqual([
    ['Hello', 'Hello', 'Answer 1'],
    ['Where is it?', 'Where is it?', 'Answer 2'],
  ])
  expect(durationMs).toBeCloseTo(turns.reduce((sum, { reply }) => sum + reply.durationMs!, 0))
  expect(calls.map(({ history }) => history)).toEqual([
    [],
    [
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Answer 1' },
    ],
  ])
  expect(calls.map((call) => call.context)).toEqual([{ user: 7 }, { user: 7 }])
})

test('a function makes the next message of the replies so far, or ends the conversation', async () => {
  const seen: string[][] = []
  const { turns } = await defineConversation(echo)([
    (replies) => `first of ${replies.length}`,
    (replies) => {
      seen.push(replies.map(({ text }) => text))
      return Promise.resolve('second')
    },
    () => undefined,
    'never',
  ])
  expect(turns.map(({ message }) => message)).toEqual(['first of 0', 'second'])
  expect(seen).toEqual([['You said first of 0']])
})

test('two conversations know nothing of each other', async () => {
  const chat = defineConversation(defineAssistant(({ history }) => String(history.length)))
  const [one, two] = await Promise.all([chat(['a', 'b']), chat(['c', 'd', 'e'])])
  expect([one.text, two.text]).toEqual(['▸ 0\n▸ 2', '▸ 0\n▸ 2\n▸ 4'])
})

test('has the tool calls of all turns, and neither intent nor entities', async () => {
  const ask = defineAssistant(({ message }) => ({
    text: 'Fine.',
    intent: 'x',
    entities: { a: 1 },
    toolCalls: [{ name: message }],
  }))
  const conversation = await defineConversation(ask)(['one', 'two'])
  expect(conversation.toolCalls).toEqual([{ name: 'one' }, { name: 'two' }])
  expect(conversation).not.toHaveProperty('intent')
  expect(conversation).not.toHaveProperty('entities')
})

test('with a replayed reply it has no duration', async () => {
  const conversation = await defineConversation((message) =>
    Promise.resolve({ text: 'Fine.', input: message, ...(message === 'one' ? { replayed: true } : { durationMs: 5 }) }),
  )(['one', 'two'])
  expect(conversation).toMatchObject({ replayed: true })
  expect(conversation).not.toHaveProperty('durationMs')
})

test('its record has no time of its own: the turns have it', async ({ task }) => {
  const trial = new TrialScope({ task, attempt: 0, repeat: 0, signal: undefined })
  const conversation = await runInTrial(trial, () => defineConversation(echo)(['one', 'two']))
  expect(trial.replies.map(({ input }) => input)).toEqual(['one', 'two'])
  expect(toReplyRecord(conversation)).toEqual({ input: conversation.input, text: conversation.text })
  expect(trial.indexOf(conversation, () => toReplyRecord(conversation))).toBe(2)
})

test('an error of the assistant ends it', async () => {
  const ask = defineAssistant(({ message }) => {
    if (message === 'two') throw new RangeError('too long')
    return 'Fine.'
  })
  await expect(defineConversation(ask)(['one', 'two', 'three'])).rejects.toThrow('too long')
})

describe('refuses', () => {
  test.for<[string, unknown, string]>([
    ['an empty script', [], 'expected a list of messages'],
    ['a bare message', 'Hello', 'expected a list of messages'],
    ['a turn that is no message', ['Hello', 7], 'expected turn 2 as a message'],
    ['an undefined turn', [undefined], 'expected turn 1 as a message'],
    ['null of a function', [() => null], 'got null'],
    ['an end before the beginning', [() => undefined, 'Hello'], 'nothing was said'],
  ])('%s', async ([, script, message]) => {
    await expect(defineConversation(echo)(script as TurnScript[])).rejects.toThrow(message)
    await expect(defineConversation(echo)(script as TurnScript[])).rejects.toThrow(TypeError)
  })

  test('what is no assistant', () => {
    expect(() => defineConversation({} as never)).toThrow('expected an assistant of defineAssistant, got object')
  })
})
