import type { CancelSignal } from './cancellation.js'

/**
 * A call that the signal ends at once, with its reason, even where what the call waits for (the SDK's pause before a retry) does not
 * listen to it. Leaves no listener behind on a signal that outlives the call.
 *
 * @param onCancel what else is to be done when the signal ends it; also where it was aborted before, and nothing was called
 */
export function cancellable<T>(
  signal: CancelSignal | undefined,
  call: () => Promise<T>,
  onCancel?: () => void,
): Promise<T> {
  if (signal === undefined) return call()
  return new Promise<T>((resolve, reject) => {
    const cancel = () => {
      onCancel?.()
      reject(signal.reason)
    }
    if (signal.aborted) {
      cancel()
      return
    }
    signal.addEventListener('abort', cancel, { once: true })
    const done = () => signal.removeEventListener('abort', cancel)
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
