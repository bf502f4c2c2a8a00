import type { CancelSignal } from './cancellation.js'

/**
 * A call that the signal ends at once, with its reason, even where what the call waits for (the SDK's pause before a retry) does not
 * listen to it. Leaves no listener behind on a signal that outlives the call.
 */
export function cancellable<T>(signal: CancelSignal | undefined, call: () => Promise<T>): Promise<T> {
  if (signal === undefined) return call()
  return new Promise<T>((resolve, reject) => {
    signal.throwIfAborted()
    const onAbort = () => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever the caller aborted with
      reject(signal.reason)
    }
    signal.addEventListener('abort', onAbort, { once: true })
    const done = () => signal.removeEventListener('abort', onAbort)
    call().then(
      (value) => {
        done()
        resolve(value)
      },
      (error: unknown) => {
        done()
        reject(error)
      },
    )
  })
}
