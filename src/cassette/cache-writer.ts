import { appendFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Appends lines to a file, those that come meanwhile together. What was paid for should outlive a killed run, so
 * nothing waits for the end; and a whole line is one write, so that two runs at once do not tear each other's.
 */
export class CacheWriter {
  readonly #path: string
  #waiting = ''
  #writing: Promise<void> | undefined

  constructor(path: string) {
    this.#path = path
  }

  add(line: string): void {
    this.#waiting += line
    this.#writing ??= this.#write()
  }

  /** Resolves when all is written. Never rejects: a cache that cannot be written only costs the next run its answers. */
  async flush(): Promise<void> {
    await this.#writing
  }

  async #write(): Promise<void> {
    try {
      await mkdir(dirname(this.#path), { recursive: true })
      while (this.#waiting !== '') {
        const text = this.#waiting
        this.#waiting = ''
        await appendFile(this.#path, text)
      }
    } catch {
      this.#waiting = ''
    } finally {
      this.#writing = undefined
    }
  }
}
