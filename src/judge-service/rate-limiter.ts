import type { CancelSignal } from '../judges/cancellation.js'
import { systemClock, type Clock } from './clock.js'

export interface RateLimits {
  /** Calls begun in any 60 seconds; absent: any number. */
  requestsPerMinute?: number | undefined
  /** Tokens of the calls begun in any 60 seconds; absent: any number. */
  tokensPerMinute?: number | undefined
}

/** A call that was let through. */
export interface Admission {
  at: number
  /** Expected, and once it has answered, real. */
  tokens: number
}

const MINUTE = 60_000

interface Waiting {
  tokens: number
  admit: (admission: Admission) => void
}

/**
 * Lets calls begin no faster than the provider takes them: at most so many, and so many tokens, in any 60 seconds, in order of arrival.
 * A `pause` holds up everyone.
 *
 * A window that slides, and not a bucket that refills: a full bucket and its refill would let through twice as many in the first minute.
 */
export class RateLimiter {
  readonly #limits: RateLimits
  readonly #clock: Clock
  readonly #queue = new Set<Waiting>()
  #admitted: Admission[] = []
  #pausedUntil = -Infinity
  #callOff: (() => void) | undefined

  constructor(limits: RateLimits, clock: Clock = systemClock) {
    this.#limits = limits
    this.#clock = clock
  }

  /**
   * Resolves when a call may begin; at once, where it can: then it is no promise.
   *
   * @param tokens how many it is expected to take. More than the limit allows at all wait until nothing else is in the window
   */
  admit(tokens: number, signal: CancelSignal): Admission | Promise<Admission> {
    if (this.#queue.size === 0 && this.#delay(tokens) <= 0) return this.#begin(tokens)
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.#queue.delete(waiting)
        this.#schedule()
        reject(signal.reason)
      }
      const waiting: Waiting = {
        tokens,
        admit: (admission) => {
          signal.removeEventListener('abort', onAbort)
          resolve(admission)
        },
      }
      signal.addEventListener('abort', onAbort, { once: true })
      this.#queue.add(waiting)
      this.#schedule()
    })
  }

  /** Nobody begins for so many milliseconds. Several pauses at once are one, as long as the longest. */
  pause(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.now() + ms)
    this.#schedule()
  }

  #begin(tokens: number): Admission {
    const admission = { at: this.#clock.now(), tokens }
    if (this.#isLimited) this.#admitted.push(admission)
    return admission
  }

  get #isLimited(): boolean {
    const { requestsPerMinute, tokensPerMinute } = this.#limits
    return requestsPerMinute !== undefined || tokensPerMinute !== undefined
  }

  /** Milliseconds until a call of so many tokens may begin. */
  #delay(tokens: number): number {
    const now = this.#clock.now()
    let at = this.#pausedUntil
    if (this.#isLimited) {
      this.#admitted = this.#admitted.filter((admission) => admission.at > now - MINUTE)
      at = Math.max(at, this.#requestsAllow(), this.#tokensAllow(tokens))
    }
    return at - now
  }

  #requestsAllow(): number {
    const { requestsPerMinute = Infinity } = this.#limits
    const oldest = this.#admitted[this.#admitted.length - requestsPerMinute]
    return oldest === undefined ? -Infinity : oldest.at + MINUTE
  }

  #tokensAllow(tokens: number): number {
    const { tokensPerMinute = Infinity } = this.#limits
    let inWindow = this.#admitted.reduce((sum, admission) => sum + admission.tokens, 0)
    let at = -Infinity
    for (const admission of this.#admitted) {
      if (inWindow + tokens <= tokensPerMinute) break
      inWindow -= admission.tokens
      at = admission.at + MINUTE
    }
    return at
  }

  #schedule(): void {
    this.#callOff?.()
    this.#callOff = undefined
    for (const waiting of this.#queue) {
      const delay = this.#delay(waiting.tokens)
      if (delay > 0) {
        this.#callOff = this.#clock.after(Math.ceil(delay), () => this.#schedule())
        return
      }
      this.#queue.delete(waiting)
      waiting.admit(this.#begin(waiting.tokens))
    }
  }
}
