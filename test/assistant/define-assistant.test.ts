import { afterEach, describe, expect, test, vi } from 'vitest'
import { defineAssistant, type AssistantCall, type AssistantResult } from '../../src/assistant/define-assistant.js'
import { runInTrial, TrialScope } from '../../src/worker/test-scope.js'

afterEach(() => {
  vi.useRealTimers()
})

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('a string is the text of the reply', async () => {
  const ask = defineAssistant(({ message }) => `You said ${message}`)
  const reply = await ask('Hi')
  expect(reply).toEqual({ text: 'You said Hi', input: 'Hi', durationMs: expect.any(Number) as number })
  expect(reply.durationMs).toBeGreaterThanOrEqual(0)
})

test('an object may say more, and only what is known of gets into the reply', async () => {
  const answer = {
    text: 'On its way.',
    intent: 'order_support',
    entities: { order: '7' },
    toolCalls: [{ name: 'find_order', arguments: { id: 7 } }],
    usage: { inputTokens: 10, outputTokens: 3, costUsd: 0.001 },
  }
  const ask = defineAssistant(() => Promise.resolve({ ...answer, durationMs: -1, input: 'forged', other: 1 }))
  const { durationMs, ...reply } = await ask('Where is order 7?')
  expect(reply).toEqual({ ...answer, input: 'Where is order 7?' })
  expect(durationMs).toBeGreaterThanOrEqual(0)
})

test('what the answer leaves out the reply leaves out', async () => {
  const ask = defineAssistant(() => ({ text: 'Hello!', intent: undefined }))
  expect(Object.keys(await ask('Hi')).sort()).toEqual(['durationMs', 'input', 'text'])
})

describe('a stream', () => {
  test('of texts is put together, and its first token is timed', async () => {
    const ask = defineAssistant(async function* () {
      yield ''
      await wait(30)
      yield 'On its '
      await wait(30)
      yield 'way.'
    })
    const { text, firstTokenMs, durationMs } = await ask('Hi')
    expect(text).toBe('On its way.')
    expect(firstTokenMs).toBeGreaterThanOrEqual(28)
    expect(durationMs).toBeGreaterThanOrEqual(firstTokenMs! + 28)
  })

  test('of objects adds up texts and takes the last of everything else', async () => {
    const ask = defineAssistant(async function* () {
      yield { intent: 'unknown' }
      await wait(1)
      yield { text: 'On its ' }
      yield 'way.'
      yield { intent: 'order_support', usage: { outputTokens: 3 } }
    })
    const { durationMs, firstTokenMs, ...reply } = await ask('Hi')
    expect(reply).toEqual({ text: 'On its way.', input: 'Hi', intent: 'order_support', usage: { outputTokens: 3 } })
    expect(firstTokenMs).toBeLessThanOrEqual(durationMs!)
  })

  test('without a token has no first one', async () => {
    const ask = defineAssistant(async function* () {
      yield await Promise.resolve('')
    })
    expect(await ask('Hi')).toMatchObject({ text: '' })
    expect(await ask('Hi')).not.toHaveProperty('firstTokenMs')
  })

  test('may be a web stream, and may be awaited for', async () => {
    const ask = defineAssistant(() =>
      Promise.resolve(ReadableStream.from(['On its ', 'way.']) as AsyncIterable<string>),
    )
    expect((await ask('Hi')).text).toBe('On its way.')
  })

  test('that breaks off is an error', async () => {
    const ask = defineAssistant(async function* () {
      yield await Promise.resolve('On its ')
      throw new Error('connection reset')
    })
    await expect(ask('Hi')).rejects.toThrow('connection reset')
  })
})

describe('history and context', () => {
  test('are the call’s own: what one call does to them no other sees, nor the caller', async () => {
    const seen: AssistantCall[] = []
    const ask = defineAssistant((call) => {
      seen.push(structuredClone({ ...call, signal: undefined }))
      call.history.push({ role: 'assistant', content: 'leaked' })
      ;(call.context.cart as string[]).push('leaked')
      call.context.user = 'leaked'
      return 'Fine.'
    })
    const history = [{ role: 'user' as const, content: 'Hello' }]
    const context = { cart: ['book'] }
    const replies = [await ask('one', { history, context }), await ask('two', { history, context })]
    expect(seen.map((call) => [call.message, call.history, call.context])).toEqual([
      ['one', [{ role: 'user', content: 'Hello' }], { cart: ['book'] }],
      ['two', [{ role: 'user', content: 'Hello' }], { cart: ['book'] }],
    ])
    expect({ history, context }).toEqual({ history: [{ role: 'user', content: 'Hello' }], context: { cart: ['book'] } })
    expect(replies.map((reply) => reply.context)).toEqual([{ cart: ['book'] }, { cart: ['book'] }])
    context.cart.push('changed later')
    expect(replies[0]!.context).toEqual({ cart: ['book'] })
  })

  test('are empty where none is given, anew for each call', async () => {
    const ask = defineAssistant(({ history, context }) => {
      const text = JSON.stringify({ history, context })
      history.push({ role: 'user', content: 'leaked' })
      context.leaked = true
      return text
    })
    for (const message of ['one', 'two']) {
      const reply = await ask(message)
      expect(reply.text).toBe('{"history":[],"context":{}}')
      expect(reply).not.toHaveProperty('context')
    }
  })

  test('must be data', async () => {
    const called = vi.fn(() => 'Fine.')
    const ask = defineAssistant(called)
    await expect(ask('Hi', { context: { lookUp: () => 7 } })).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TypeError: ask(…, { context }) must be plain data, so that each call can have its own: leave functions out of it]`,
    )
    await expect(ask('Hi', { history: [(() => 7) as never] })).rejects.toThrow('ask(…, { history }) must be plain data')
    expect(called).not.toHaveBeenCalled()
  })
})

test('a message must be text', async () => {
  const ask = defineAssistant(() => 'Fine.')
  await expect(ask(undefined as never)).rejects.toThrow(new TypeError('ask(message): expected a string, got undefined'))
})

test.for<[unknown, string]>([
  [undefined, 'undefined'],
  [null, 'null'],
  [7, 'number'],
  [{ content: 'Hello!' }, 'object'],
  [{ text: 7 }, 'object'],
])('%o is no answer', async ([answer, kind]) => {
  const ask = defineAssistant(() => answer as AssistantResult)
  await expect(ask('Hi')).rejects.toThrow(
    new TypeError(
      `the assistant returned ${kind} without a text: expected a string, { text, … }, or an async iterable of them`,
    ),
  )
})

describe('in a trial', () => {
  function newTrial(task: unknown, signal?: AbortSignal) {
    return new TrialScope({ task: task as TrialScope['task'], attempt: 0, repeat: 0, signal })
  }

  test('a reply is recorded, once', async ({ task }) => {
    const trial = newTrial(task)
    const ask = defineAssistant(() => ({ text: 'Fine.', usage: { inputTokens: 3 }, intent: 'x' }))
    const reply = await runInTrial(trial, () => ask('Hi', { context: { user: 7 } }))
    expect(trial.replies).toEqual([
      { input: 'Hi', text: 'Fine.', durationMs: reply.durationMs, usage: { inputTokens: 3 }, context: { user: 7 } },
    ])
    expect(trial.indexOf(reply, () => expect.unreachable('it is known'))).toBe(0)
  })

  test('an error is recorded as an error and thrown on, sync or not', async ({ task }) => {
    const trial = newTrial(task)
    const error = new RangeError('too many tokens')
    const sync = defineAssistant(() => {
      throw error
    })
    const async = defineAssistant(() => Promise.reject(error))
    await runInTrial(trial, async () => {
      await expect(sync('Hi')).rejects.toBe(error)
      await expect(async('Hi')).rejects.toBe(error)
    })
    const recorded = { stage: 'assistant', message: 'RangeError: too many tokens' }
    expect(trial.errors).toEqual([recorded, recorded])
    expect(trial.replies).toEqual([])
  })

  test('the assistant gets the test’s signal', async ({ task, signal }) => {
    const signals: unknown[] = []
    const ask = defineAssistant((call) => {
      signals.push(call.signal)
      return 'Fine.'
    })
    await runInTrial(newTrial(task, signal), () => ask('Hi'))
    await ask('Hi')
    expect(signals).toEqual([signal, undefined])
  })
})

test('fake timers do not stop the clock', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'Date', 'hrtime', 'setTimeout'] })
  const ask = defineAssistant(() => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25)
    return 'Fine.'
  })
  const before = performance.now()
  const { durationMs } = await ask('Hi')
  expect(performance.now()).toBe(before)
  expect(durationMs).toBeGreaterThanOrEqual(24)
})
