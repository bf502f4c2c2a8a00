import { pointAt } from './call-site.js'
import type { PendingAssertion } from './test-scope.js'

/**
 * What a matcher returns to Vitest, so that a forgotten `await` is seen.
 *
 * Vitest itself calls `then` on it, `layers` times, before the user gets the result; only a call after those is the user's.
 * A native promise would not do: `await` on one never calls its `then`. For the same reason V8 keeps no asynchronous stack,
 * and a failure is pointed at the line of the assertion.
 *
 * @param layers 1, or 2 under `expect.soft`
 */
export function watchAwait<T>(promise: Promise<T>, assertion: PendingAssertion, layers: number): Promise<T> {
  // A rejection that nobody waits for is told by the test, and must not also end the process.
  promise.catch(() => undefined)
  const wait = <P extends Promise<unknown>>(next: P): P => {
    if (layers === 0) {
      assertion.awaited = true
      return next
    }
    const pointed = next.catch((error: unknown) => {
      throw pointAt(error, assertion.site)
    })
    return watchAwait(pointed, assertion, layers - 1) as P
  }
  return {
    then: (onFulfilled, onRejected) => wait(promise.then(onFulfilled, onRejected)),
    catch: (onRejected) => wait(promise.catch(onRejected)),
    finally: (onFinally) => wait(promise.finally(onFinally)),
    [Symbol.toStringTag]: 'Promise',
  }
}
