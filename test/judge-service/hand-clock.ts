import type { Clock } from '../../src/judge-service/clock.js'

/** A clock that is moved by hand. */
export class HandClock implements Clock {
  #now = 0
  readonly #timers = new Set<{ at: number; call: () => void }>()

  now(): number {
    return this.#now
  }

  after(ms: number, call: () => void): () => void {
    const timer = { at: this.#now + ms, call }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** Moves on, timer by timer; whoever is under way, or is woken by a timer, goes on before the next. */
  async move(ms: number): Promise<void> {
    const end = this.#now + ms
    await new Promise((resolve) => setImmediate(resolve))
    for (;;) {
      const [next] = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (next === undefined) break
      this.#timers.delete(next)
      this.#now = Math.max(this.#now, next.at)
      next.call()
      await new Promise((resolve) => setImmediate(resolve))
    }
    this.#now = end
    await new Promise((resolve) => setImmediate(resolve))
  }
}
