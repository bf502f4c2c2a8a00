import { cancellable } from '../judges/cancellable.js'
import { Cancellation, type CancelSignal } from '../judges/cancellation.js'

type OnWaiting = (isWaiting: boolean) => void

interface Flight<T> {
  promise: Promise<T>
  cancellation: Cancellation
  waiting: number
  /** Whether it waits for its turn, and who wants to know. */
  turn: { isHeldUp: boolean }
  listeners: Set<OnWaiting>
}

/** The same question asked while it is under way is asked once; it is cancelled when nobody waits for it any more. */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>()

  /**
   * @param ask is handed what to call when it begins to wait for its turn, and when it goes on
   * @param onWaiting told of that, whoever of several started the flight
   */
  run(
    key: string,
    ask: (signal: CancelSignal, onWaiting: OnWaiting) => Promise<T>,
    signal: CancelSignal,
    onWaiting?: OnWaiting,
  ): Promise<T> {
    const flight = this.#flights.get(key) ?? this.#start(key, ask)
    flight.waiting++
    if (onWaiting !== undefined) {
      flight.listeners.add(onWaiting)
      if (flight.turn.isHeldUp) onWaiting(true)
    }
    const leave = () => {
      if (onWaiting !== undefined) flight.listeners.delete(onWaiting)
      flight.waiting--
      if (flight.waiting > 0) return
      this.#flights.delete(key)
      flight.cancellation.abort(signal.reason)
    }
    return cancellable(signal, () => flight.promise, leave)
  }

  /** Cancels all that is under way. */
  endAll(reason: Error): void {
    for (const { cancellation } of this.#flights.values()) cancellation.abort(reason)
  }

  #start(key: string, ask: (signal: CancelSignal, onWaiting: OnWaiting) => Promise<T>): Flight<T> {
    const cancellation = new Cancellation()
    const listeners = new Set<OnWaiting>()
    const turn = { isHeldUp: false }
    const promise = ask(cancellation, (isWaiting) => {
      turn.isHeldUp = isWaiting
      for (const listener of listeners) listener(isWaiting)
    })
    const flight: Flight<T> = { promise, cancellation, waiting: 0, turn, listeners }
    this.#flights.set(key, flight)
    const land = () => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key)
    }
    promise.then(land, land)
    return flight
  }
}
