/**
 * Runs a call that the signal ends at once, even where what it waits for (the SDK's pause before a retry) does not listen.
 * Leaves no listener behind on a signal that outlives the call.
 */
export async function cancellable<T>(
  signal: AbortSignal | undefined,
  call: (signal: AbortSignal | undefined) => Promise<T>,
): Promise<T> {
  if (signal === undefined) return call(undefined)
  signal.throwIfAborted()
  const controller = new AbortController()
  let onAbort: (() => void) | undefined
  try {
    return await new Promise<T>((resolve, reject) => {
      onAbort = () => {
        controller.abort(signal.reason)
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever the caller aborted with
        reject(signal.reason)
      }
      signal.addEventListener('abort', onAbort, { once: true })
      call(controller.signal).then(resolve, reject)
    })
  } finally {
    if (onAbort) signal.removeEventListener('abort', onAbort)
  }
}
