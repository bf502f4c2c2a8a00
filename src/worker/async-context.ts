import { localStorageContext } from './local-storage-context.js'
import { promiseContext } from './promise-context.js'

/** A value that belongs to the code that entered it, and to all that this code goes on to do. */
export interface AsyncContext<T extends object> {
  /** The value of the calling code; `undefined` where it entered none, or where that cannot be told. */
  get(): T | undefined
  /** From here on the calling asynchronous function, and what it calls, has the value. */
  enter(value: T): void
  /** The value holds in `call`, and in what it leaves to be done later. */
  run<R>(value: T, call: () => R): R
}

/**
 * The cheapest that this Node offers. Before version 24 an `AsyncLocalStorage` slows down every promise of the process, in a run of
 * concurrent tests by about a tenth of the worker's time (bench/README.md); since then it costs nothing.
 */
export function asyncContext<T extends object>(nodeVersion = process.versions.node): AsyncContext<T> {
  return Number.parseInt(nodeVersion, 10) >= 24 ? localStorageContext() : promiseContext()
}
