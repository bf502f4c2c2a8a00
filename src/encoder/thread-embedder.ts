import { Worker } from 'node:worker_threads'
import type { Answer, Question } from './encoder-thread.js'

interface Waiting {
  resolve: (numbers: ArrayBuffer) => void
  reject: (error: unknown) => void
}

/**
 * Embeds texts in a thread of its own, so that the main one is free meanwhile: it answers the workers. The thread starts at the first
 * text and holds the process only while it is asked something; after one that died another starts.
 *
 * @param entry module of the thread, which takes each `Question` and gives an `Answer`
 */
export function threadEmbedder(entry: URL): (texts: readonly string[]) => Promise<Float32Array[]> {
  let thread: Thread | undefined
  return async (texts) => {
    if (texts.length === 0) return []
    if (thread === undefined || thread.hasEnded) thread = new Thread(entry)
    const numbers = await thread.ask(texts)
    const bytes = numbers.byteLength / texts.length
    return texts.map((_, index) => new Float32Array(numbers, index * bytes, bytes / Float32Array.BYTES_PER_ELEMENT))
  }
}

class Thread {
  hasEnded = false
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0

  constructor(entry: URL) {
    // Without the loaders, hooks and variables of whoever runs Vitest: it needs Node and the package's own files.
    this.#worker = new Worker(entry, { name: 'vitest-judge encoder', execArgv: [], env: {} })
    this.#worker.unref()
    this.#worker.on('message', (answer: Answer) => this.#settle(answer))
    this.#worker.on('error', (error: unknown) => this.#end(error))
    this.#worker.on('messageerror', (error) => {
      this.#end(error)
      void this.#worker.terminate()
    })
    this.#worker.on('exit', (code) => this.#end(`exit code ${code}`))
  }

  ask(texts: readonly string[]): Promise<ArrayBuffer> {
    return new Promise((resolve, reject) => {
      const id = this.#asked++
      this.#worker.postMessage({ id, texts } satisfies Question)
      this.#waiting.set(id, { resolve, reject })
      this.#worker.ref()
    })
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (this.#waiting.size === 0) this.#worker.unref()
    if ('error' in answer) waiting?.reject(answer.error)
    else waiting?.resolve(answer.numbers)
  }

  #end(cause: unknown): void {
    this.hasEnded = true
    const why = cause instanceof Error ? cause.message : String(cause)
    for (const { reject } of this.#waiting.values()) {
      reject(
        new Error(
          `the embedded judge expected its encoder's thread to answer, and the thread ended: ${why}; run the tests again, or install vitest-judge again if its files are missing`,
          { cause },
        ),
      )
    }
    this.#waiting.clear()
  }
}
