import type { EvaluatedCase } from '../evaluation/evaluated-case.js'
import { batchedWriter, type BatchedWriter } from '../store/batched-writer.js'
import { openStore } from '../store/open-store.js'
import { preloadSqlite } from '../store/preload-sqlite.js'
import type { NewRun, RunResult, Store, StoredFile } from '../store/store.js'

export interface KeptResultsOptions {
  /** `sqlite:<path>`, relative to `root`. */
  url: string
  root: string
  describeRun: () => Promise<NewRun>
  /** Told once: the run goes on without its results being kept. */
  onError: (error: Error) => void
}

/** One run's way into the store, opened at the first case, so that a run without any touches no file. */
export class KeptResults {
  readonly #options: KeptResultsOptions
  #isTold = false
  #described: Promise<NewRun> | undefined
  #opened: Promise<{ store: Store; runId: string; writer: BatchedWriter } | undefined> | undefined

  constructor(options: KeptResultsOptions) {
    this.#options = options
  }

  /** Loads what the first case will need, and looks at the code that is tested. Touches no file. */
  async warmUp(): Promise<void> {
    this.#described ??= this.#options.describeRun()
    if (this.#options.url.startsWith('sqlite:')) await preloadSqlite()
  }

  add(evaluated: EvaluatedCase): void {
    this.#opened ??= this.#open()
    void this.#opened.then((open) => open?.writer.add(evaluated))
  }

  /** Writes what is still waiting, closes the run's row and lets go of the file. Never rejects. */
  async finish(result: RunResult, files?: readonly StoredFile[]): Promise<void> {
    const open = await this.#opened
    if (open === undefined) return
    try {
      await open.writer.close()
      await open.store.finishRun(open.runId, result, files)
    } catch (error) {
      this.#tell(error)
    } finally {
      await open.store.close().catch(() => undefined)
    }
  }

  async #open() {
    const { url, root } = this.#options
    try {
      const [store, run] = await Promise.all([
        openStore(url, { root }),
        (this.#described ??= this.#options.describeRun()),
      ])
      const runId = await store.startRun(run).catch(async (error: unknown) => {
        await store.close().catch(() => undefined)
        throw error
      })
      return { store, runId, writer: batchedWriter({ store, runId, onError: (error) => this.#tell(error) }) }
    } catch (error) {
      this.#tell(error)
      return undefined
    }
  }

  #tell(error: unknown): void {
    if (this.#isTold) return
    this.#isTold = true
    this.#options.onError(error as Error)
  }
}
