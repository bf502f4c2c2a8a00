import { AsyncLocalStorage } from 'node:async_hooks'
import type { AsyncContext } from './async-context.js'

/** Follows everything: promises, timers, events. */
export function localStorageContext<T extends object>(): AsyncContext<T> {
  const storage = new AsyncLocalStorage<T>()
  return {
    get: () => storage.getStore(),
    enter: (value) => storage.enterWith(value),
    run: (value, call) => storage.run(value, call),
  }
}
