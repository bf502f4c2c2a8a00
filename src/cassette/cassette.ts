import { rm } from 'node:fs/promises'
import type { z } from 'zod'
import { replaceFile } from '../files/replace-file.js'
import { CacheWriter } from './cache-writer.js'
import { CassetteError } from './cassette-error.js'
import type { CassetteMode } from './cassette-mode.js'
import { formatCassette } from './format-cassette.js'
import { readCache, readCassette, readText, type CassetteFile, type Recorded } from './read-cassette.js'

export interface CassetteSettings<Entry extends Recorded> {
  /** The committed file, absolute. */
  path: string
  /** The committed file as messages name it: from the root, with forward slashes. */
  name: string
  /** The ignored file beside the results, absolute. */
  cachePath: string
  mode: CassetteMode
  schema: z.ZodType<Entry>
}

/** What was written to one committed cassette: numbers of entries. */
export interface CassetteChange {
  file: string
  added: number
  removed: number
}

/** How many lines a cache keeps: the newest ones. */
const CACHED_AT_MOST = 10_000

/** What is recorded of one test file, and what a run makes of it. */
export class Cassette<Entry extends Recorded> {
  readonly #settings: CassetteSettings<Entry>
  readonly #committed: CassetteFile<Entry>
  readonly #cached: Map<string, Entry>
  readonly #cache: CacheWriter
  readonly #used = new Map<string, Entry>()

  private constructor(settings: CassetteSettings<Entry>, committed: CassetteFile<Entry>, cached: Map<string, Entry>) {
    this.#settings = settings
    this.#committed = committed
    this.#cached = cached
    this.#cache = new CacheWriter(settings.cachePath)
  }

  /** @throws {CassetteError} where the committed file is there and cannot be read or understood */
  static async open<Entry extends Recorded>(settings: CassetteSettings<Entry>): Promise<Cassette<Entry>> {
    const { path, name, cachePath, schema } = settings
    const [committed, cached] = await Promise.all([readCassette(path, name, schema), readCache(cachePath, schema)])
    return new Cassette(settings, committed, cached)
  }

  /** What is recorded of the question; recorded anew, only what this run has asked. */
  find(key: string): Entry | undefined {
    const used = this.#used.get(key)
    if (used !== undefined || this.#settings.mode === 'record') return used
    const found = this.#committed.entries.get(key) ?? this.#cached.get(key)
    if (found !== undefined) this.#used.set(key, found)
    return found
  }

  /** Keeps what was asked in this run. */
  keep(entry: Entry): void {
    this.#used.set(entry.key, entry)
    this.#cached.set(entry.key, entry)
    this.#cache.add(`${JSON.stringify(entry)}\n`)
  }

  /** How many of the entries in use are not in the committed file. */
  get uncommitted(): number {
    let count = 0
    for (const key of this.#used.keys()) if (!this.#committed.entries.has(key)) count++
    return count
  }

  /** Lets go of what waits for the disk, and of a cache that has grown too long. */
  async flush(): Promise<void> {
    await this.#cache.flush()
    if (this.#cached.size <= 2 * CACHED_AT_MOST) return
    const newest = [...this.#cached.values()].slice(-CACHED_AT_MOST)
    await this.#rewriteCache(newest)
  }

  /**
   * Writes what this run used to the committed file.
   *
   * @param dropUnused whether the run was a witness that nothing else is asked
   * @throws {CassetteError} where the file is no longer the one that was read; it is then left as it is
   */
  async commit({ dropUnused }: { dropUnused: boolean }): Promise<CassetteChange | undefined> {
    const { path, name } = this.#settings
    const before = this.#committed.entries
    const next = dropUnused ? new Map(this.#used) : new Map([...before, ...this.#used])
    const text = next.size === 0 ? null : formatCassette(next.values())
    await this.#cache.flush()
    if (!sameLines(text, this.#committed.text)) {
      if (!sameLines(await readText(path, name), this.#committed.text)) {
        throw new CassetteError({
          file: name,
          what: 'the cassette was changed on disk while the tests ran, and is left as it is now.',
          remedy: 'Run the tests again: what this run has asked is in the cache, and will not be asked again.',
        })
      }
      if (text === null) await rm(path)
      else await replaceFile(path, text)
    }
    await this.#rewriteCache([...this.#cached.values()].filter(({ key }) => !next.has(key)))
    const added = [...next.keys()].filter((key) => !before.has(key)).length
    const removed = [...before.keys()].filter((key) => !next.has(key)).length
    return added + removed > 0 || !sameLines(text, this.#committed.text) ? { file: name, added, removed } : undefined
  }

  async #rewriteCache(entries: Entry[]): Promise<void> {
    const { cachePath } = this.#settings
    if (entries.length === 0) await rm(cachePath, { force: true })
    else await replaceFile(cachePath, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
  }
}

function sameLines(a: string | null, b: string | null): boolean {
  return a === b || a?.replaceAll('\r\n', '\n') === b?.replaceAll('\r\n', '\n')
}
