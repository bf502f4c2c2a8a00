import type { Vitest } from 'vitest/node'

/** In watch mode, reruns the test files that read a dataset when it changes. */
export class DatasetWatcher {
  readonly #readers = new Map<string, Set<string>>()
  readonly #vitest: Vitest

  constructor(vitest: Vitest) {
    this.#vitest = vitest
    if (!vitest.config.watch) return
    const rerun = (path: string) => {
      // To Vitest it is as if the test file itself had been saved: its own debounce and queue apply.
      for (const testFile of this.#readers.get(normalize(path)) ?? []) vitest.vite.watcher.emit('change', testFile)
    }
    vitest.vite.watcher.on('change', rerun)
    vitest.vite.watcher.on('add', rerun)
  }

  add(path: string, testFile: string): void {
    if (!this.#vitest.config.watch) return
    const key = normalize(path)
    const readers = this.#readers.get(key)
    if (readers === undefined) {
      this.#readers.set(key, new Set([testFile]))
      this.#vitest.vite.watcher.add(path)
    } else readers.add(testFile)
  }
}

function normalize(path: string): string {
  return path.replaceAll('\\', '/')
}
