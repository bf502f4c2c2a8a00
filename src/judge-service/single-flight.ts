import { Cancellation, type CancelSignal } from './cancellation.js'

interface Flight<T> {
  promise: Promise<T>
  cancellation: Cancellation
  waiting: number
}

/** The same question asked while it is under way is asked once; it is cancelled when nobody waits for it any more. */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>()

  run(key: string, ask: (signal: CancelSignal) => Promise<T>, signal: CancelSignal): Promise<T> {
    const flight = this.#flights.get(key) ?? this.#start(key, ask)
    flight.waiting++
    return new Promise<T>((resolve, reject) => {
      const onAbort = () => {
        flight.waiting--
        if (flight.waiting === 0) {
          this.#flights.delete(key)
          flight.cancellation.abort(signal.reason)
        }
        reject(signal.reason)
      }
      if (signal.aborted) {
        onAbort()
        return
      }
      signal.addEventListener('abort', onAbort, { once: true })
      const done = () => signal.removeEventListener('abort', onAbort)
      flight.promise.then(
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

  #start(key: string, ask: (signal: CancelSignal) => Promise<T>): Flight<T> {
    const cancellation = new Cancellation()
    const promise = ask(cancellation)
    const flight: Flight<T> = { promise, cancellation, waiting: 0 }
    this.#flights.set(key, flight)
    const land = () => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key)
    }
    promise.then(land, land)
    return flight
  }
}
