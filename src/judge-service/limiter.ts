import type { CancelSignal } from '../judges/cancellation.js'

/** At most so many at once, for the whole run; the rest wait in order of arrival. */
export class Limiter {
  readonly #maxInFlight: number
  readonly #waiting = new Set<() => void>()
  #inFlight = 0

  /** @param maxInFlight calls at once, an integer ≥ 1 */
  constructor(maxInFlight: number) {
    this.#maxInFlight = maxInFlight
  }

  get inFlight(): number {
    return this.#inFlight
  }

  /**
   * Runs `call` once a place is free. Rejects with the signal's reason if that is aborted while waiting.
   *
   * @param onWaiting told when there is no place, and when there is one
   */
  async run<T>(call: () => Promise<T>, signal: CancelSignal, onWaiting?: (isWaiting: boolean) => void): Promise<T> {
    signal.throwIfAborted()
    if (this.#inFlight >= this.#maxInFlight) {
      onWaiting?.(true)
      await this.#turn(signal)
      onWaiting?.(false)
    } else this.#inFlight++
    try {
      // Between being given a place and taking it there is a moment too.
      signal.throwIfAborted()
      return await call()
    } finally {
      this.#release()
    }
  }

  #turn(signal: CancelSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.#waiting.delete(start)
        reject(signal.reason)
      }
      const start = () => {
        signal.removeEventListener('abort', onAbort)
        resolve()
      }
      signal.addEventListener('abort', onAbort, { once: true })
      this.#waiting.add(start)
    })
  }

  /** Hands the place to the next in line, so that nobody who comes later can slip in between. */
  #release(): void {
    const [next] = this.#waiting
    if (next === undefined) {
      this.#inFlight--
      return
    }
    this.#waiting.delete(next)
    next()
  }
}
