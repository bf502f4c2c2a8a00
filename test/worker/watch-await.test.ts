import { describe, expect, test } from 'vitest'
import type { PendingAssertion } from '../../src/worker/test-scope.js'
import { watchAwait } from '../../src/worker/watch-await.js'

/** What `expect(reply).toHaveIntent(…)` gives to the test: Vitest itself has called `then` once. */
function assertion(outcome: Promise<unknown> = Promise.resolve('verdict'), layers = 1) {
  const pending: PendingAssertion = {
    call: "expect(reply).toHaveIntent('refund')",
    site: new Error('called here'),
    awaited: false,
    settled: false,
  }
  let promise = watchAwait(outcome, pending, layers)
  for (let layer = 0; layer < layers; layer++) promise = promise.then((value) => value)
  return { promise, pending }
}

const ways: [string, (promise: Promise<unknown>) => unknown][] = [
  ['await', async (promise) => [await promise]],
  ['return from an async function', async (promise) => promise],
  ['.then', (promise) => promise.then(() => null)],
  ['.catch', (promise) => promise.catch(() => null)],
  ['.finally', (promise) => promise.finally(() => null)],
  ['Promise.all', (promise) => Promise.all([promise])],
  ['Promise.allSettled', (promise) => Promise.allSettled([promise])],
  ['Promise.race', (promise) => Promise.race([promise, new Promise(() => undefined)])],
  ['Promise.any', (promise) => Promise.any([promise])],
  ['Promise.resolve', (promise) => Promise.resolve(promise).then(() => null)],
]

describe.each([
  ['an assertion', 1],
  ['a soft assertion', 2],
])('%s is awaited by', (_, layers) => {
  test.for(ways)('%s', async ([, wait]) => {
    const { promise, pending } = assertion(undefined, layers)
    await wait(promise)
    expect(pending.awaited).toBe(true)
  })
})

test('what Vitest itself does with it is no await of the user', async () => {
  for (const layers of [1, 2]) {
    const { pending } = assertion(undefined, layers)
    await new Promise((resolve) => setImmediate(resolve))
    expect(pending.awaited).toBe(false)
  }
})

test('gives the value', async () => {
  expect(await assertion().promise).toBe('verdict')
  expect(await assertion().promise.then((value) => `${String(value)}!`)).toBe('verdict!')
  expect(await assertion().promise.finally(() => undefined)).toBe('verdict')
})

test('looks like a promise to those who ask', () => {
  expect(Object.prototype.toString.call(assertion().promise)).toBe('[object Promise]')
})

test('a failure is thrown where it is awaited, and points at the line of the assertion', async () => {
  const { promise, pending } = assertion(Promise.reject(new TypeError('missed')))
  pending.site.stack = 'Error: called here\n    at /test/a.test.ts:7:3'
  const error: unknown = await promise.catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(TypeError)
  expect((error as Error).stack).toBe('TypeError: missed\n    at /test/a.test.ts:7:3')
})

test('a failure that nobody waits for does not end the process', async () => {
  const unhandled: unknown[] = []
  const listen = (error: unknown) => void unhandled.push(error)
  process.on('unhandledRejection', listen)
  const { pending } = assertion(Promise.reject(new Error('missed')), 2)
  await new Promise((resolve) => setTimeout(resolve, 20))
  process.off('unhandledRejection', listen)
  expect(unhandled).toEqual([])
  expect(pending.awaited).toBe(false)
})
