/** Time as the service sees it, so that tests can move it. */
export interface Clock {
  /** Milliseconds, monotonic. */
  now(): number
  /** Calls back in `ms` milliseconds at the earliest. Returns what calls it off. */
  after(ms: number, call: () => void): () => void
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
}
