interface Flight<T> {
  promise: Promise<T>
  controller: AbortController
  waiting: number
}

/** The same question asked while it is under way is asked once; it is cancelled when nobody waits for it any more. */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>()

  run(key: string, ask: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    const flight = this.#flights.get(key) ?? this.#start(key, ask)
    flight.waiting++
    return new Promise<T>((resolve, reject) => {
      const onAbort = () => {
        flight.waiting--
        if (flight.waiting === 0) {
          this.#flights.delete(key)
          flight.controller.abort(signal.reason)
        }
        reject(signal.reason as Error)
      }
      if (signal.aborted) {
        onAbort()
        return
      }
      signal.addEventListener('abort', onAbort, { once: true })
      const done = () => signal.removeEventListener('abort', onAbort)
      flight.promise.finally(done).then(resolve, reject)
    })
  }

  #start(key: string, ask: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController()
    const promise = ask(controller.signal)
    const flight: Flight<T> = { promise, controller, waiting: 0 }
    this.#flights.set(key, flight)
    const land = () => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key)
    }
    promise.then(land, land)
    return flight
  }
}
