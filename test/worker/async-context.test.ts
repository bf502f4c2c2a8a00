import { EventEmitter, once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { asyncContext } from '../../src/worker/async-context.js'
import { localStorageContext } from '../../src/worker/local-storage-context.js'
import { promiseContext } from '../../src/worker/promise-context.js'

interface Value {
  name: string
}

const a: Value = { name: 'a' }
const b: Value = { name: 'b' }

const implementations = [
  { name: 'of promises', make: () => promiseContext<Value>() },
  { name: 'of AsyncLocalStorage', make: () => localStorageContext<Value>() },
]

describe.each(implementations)('a context $name', ({ make }) => {
  test('is empty before anything is entered', async () => {
    const context = make()
    expect(context.get()).toBeUndefined()
    await sleep(1)
    expect(context.get()).toBeUndefined()
  })

  test('holds in an asynchronous function from where it is entered, whatever that waits for', async () => {
    const context = make()
    await Promise.resolve()
    context.enter(a)
    expect(context.get()).toBe(a)
    await sleep(1)
    expect(context.get()).toBe(a)
    await new Promise((resolve) => setImmediate(resolve))
    expect(context.get()).toBe(a)
    const emitter = new EventEmitter()
    setTimeout(() => emitter.emit('told'), 1)
    await once(emitter, 'told')
    expect(context.get()).toBe(a)
    for await (const chunk of stream()) expect([chunk, context.get()]).toEqual([chunk, a])
    await Promise.all([1, 2].map(async () => expect((await sleep(1), context.get())).toBe(a)))

    await thenable()
    expect(context.get()).toBe(a)
  })

  test('is another in each of many functions under way', async () => {
    const context = make()
    const worker = async (value: Value, ms: number) => {
      await Promise.resolve()
      context.enter(value)
      for (let step = 0; step < 5; step++) {
        await sleep(ms)
        expect(context.get()).toBe(value)
      }
    }
    await Promise.all(Array.from({ length: 40 }, (_, index) => worker({ name: String(index) }, index % 3)))
  })

  test('reaches what is called and not who calls', async () => {
    const context = make()
    const inner = async () => {
      await Promise.resolve()
      context.enter(b)
      await sleep(1)
      return context.get()
    }
    await Promise.resolve()
    context.enter(a)
    expect(await inner()).toBe(b)
    expect(context.get()).toBe(a)
  })

  test('is given back where it is run', async () => {
    const context = make()
    await Promise.resolve()
    context.enter(a)
    const result = context.run(b, async () => {
      const atOnce = context.get()
      await sleep(1)
      return [atOnce, context.get()]
    })
    expect(context.get()).toBe(a)
    expect(await result).toEqual([b, b])
    expect(context.get()).toBe(a)
    expect(() =>
      context.run(b, () => {
        throw new Error('thrown')
      }),
    ).toThrow('thrown')
    expect(context.get()).toBe(a)
  })

  test('of two contexts neither sees the other', async () => {
    const [one, two] = [make(), make()]
    await Promise.resolve()
    one.enter(a)
    await sleep(1)
    expect([one.get(), two.get()]).toEqual([a, undefined])
    two.enter(b)
    await sleep(1)
    expect([one.get(), two.get()]).toEqual([a, b])
  })
})

test('what cannot be told in a bare callback is not told, rather than wrongly', async () => {
  const context = promiseContext<Value>()
  await Promise.resolve()
  context.enter(a)
  const seen = await new Promise((resolve) => setTimeout(() => resolve([context.get()]), 1))
  expect(seen).toEqual([undefined])
})

test('AsyncLocalStorage where it costs nothing', async () => {
  for (const [version, followsTimers] of [
    ['20.20.2', false],
    ['22.1.0', false],
    ['24.0.0', true],
  ] as const) {
    const context = asyncContext<Value>(version)
    await Promise.resolve()
    context.enter(a)
    const seen = await new Promise((resolve) => setTimeout(() => resolve([context.get()]), 1))
    expect(seen).toEqual([followsTimers ? a : undefined])
  }
})

async function* stream() {
  yield 1
  await sleep(1)
  yield 2
}

function thenable() {
  return {
    then(resolve: (value: string) => void) {
      setTimeout(() => resolve('x'), 1)
    },
  }
}
