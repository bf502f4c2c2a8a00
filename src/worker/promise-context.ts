import { createRequire } from 'node:module'
import type * as V8 from 'node:v8'
import type { AsyncContext } from './async-context.js'
import { stamp } from './stamp.js'

/**
 * Follows promises alone, and so `async` functions, whatever they wait for. In a bare callback (of a timer, of an event) there is no value.
 *
 * A promise takes the value of the code that makes it, and its reactions run with it. Enter a value from asynchronous code only: it
 * is left when the job under way ends.
 */
export function promiseContext<T extends object>(): AsyncContext<T> {
  const values = stamp<T>()
  let current: T | undefined
  let isFollowing = false

  // Not before it is needed, nor is the module loaded: a worker that never enters anything pays nothing.
  function follow(): void {
    if (isFollowing) return
    isFollowing = true
    const { promiseHooks } = createRequire(import.meta.url)('node:v8') as typeof V8
    promiseHooks.createHook({
      init(promise) {
        if (current !== undefined) values.set(promise, current)
      },
      before(promise) {
        current = values.get(promise)
      },
      after() {
        current = undefined
      },
    })
  }

  return {
    get: () => current,
    enter(value) {
      follow()
      current = value
    },
    run(value, call) {
      follow()
      const outer = current
      current = value
      try {
        return call()
      } finally {
        current = outer
      }
    },
  }
}
