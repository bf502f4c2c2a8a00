import { setImmediate } from 'node:timers'

/**
 * Works through what comes a few at a time, one slice a turn of the event loop. What comes in a bunch would else hold up everything that
 * this process does besides.
 */
export class SlicedQueue<T> {
  readonly #work: (item: T) => void
  readonly #perTurn: number
  #waiting: T[] = []
  #isScheduled = false

  /** @param work must not throw */
  constructor(work: (item: T) => void, perTurn: number) {
    this.#work = work
    this.#perTurn = perTurn
  }

  add(item: T): void {
    this.#waiting.push(item)
    this.#schedule()
  }

  /** Works through all that waits, now. */
  drain(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const item of waiting) this.#work(item)
  }

  #schedule(): void {
    if (this.#isScheduled || this.#waiting.length === 0) return
    this.#isScheduled = true
    setImmediate(() => {
      this.#isScheduled = false
      for (const item of this.#waiting.splice(0, this.#perTurn)) this.#work(item)
      this.#schedule()
    })
  }
}
