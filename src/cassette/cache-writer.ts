import { appendFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/** What comes within so many milliseconds is written together: every write opens the file, and answers come by the thousand. */
const TOGETHER_MS = 200

/**
 * Appends lines to a file, those that come meanwhile together. What was paid for should outlive a killed run, so
 * nothing waits for the end; and a whole line is one write, so that two runs at once do not tear each other's.
 */
export class CacheWriter {
  readonly #path: string
  #waiting = ''
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()

  constructor(path: string) {
    this.#path = path
  }

  add(line: string): void {
    this.#waiting += line
    this.#timer ??= setTimeout(() => void this.flush(), TOGETHER_MS)
  }

  /** Resolves when all is written. Never rejects: a cache that cannot be written only costs the next run its answers. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#writing = this.#writing.then(() => this.#write())
    return this.#writing
  }

  async #write(): Promise<void> {
    const text = this.#waiting
    this.#waiting = ''
    if (text === '') return
    try {
      await mkdir(dirname(this.#path), { recursive: true })
      await appendFile(this.#path, text)
    } catch {
      // See flush.
    }
  }
}
