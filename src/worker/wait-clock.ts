import { performance } from 'node:perf_hooks'

// Taken before any test file runs: under fake timers the clock would stand still.
const realNow = performance.now.bind(performance)

/** How long a trial waited for its turn at the judge: the time in which at least one of its questions did. */
export class WaitClock {
  readonly #now: () => number
  #waiting = 0
  #since = 0
  #total = 0

  constructor(now: () => number = realNow) {
    this.#now = now
  }

  start(): void {
    if (this.#waiting++ === 0) this.#since = this.#now()
  }

  stop(): void {
    if (--this.#waiting === 0) this.#total += this.#now() - this.#since
  }

  /** Milliseconds so far. */
  get ms(): number {
    return this.#total + (this.#waiting > 0 ? this.#now() - this.#since : 0)
  }
}
