import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { snapshotPath, type TestFile } from '../files/snapshot-path.js'
import { Cassette, type CassetteChange } from './cassette.js'
import type { CassetteMode } from './cassette-mode.js'
import type { Recorded } from './read-cassette.js'
import { recordedJudgementSchema, type RecordedJudgement } from './recorded-judgement.js'
import { recordedReplySchema, type RecordedReply } from './recorded-reply.js'

export interface CassettesOptions {
  /** Absolute. */
  root: string
  /** Folder of the committed cassettes, from the root: that of the baselines. */
  dir: string
  mode: CassetteMode
}

/** One test file at the end of a run. */
export interface SettledFile extends TestFile {
  /** Every test of it ran to its end and passed: what nothing asked for is asked for no more. */
  isComplete: boolean
}

export interface CassetteOutcome {
  changes: CassetteChange[]
  /** Cassettes that could not be read or written; they are as they were. */
  failures: Error[]
  /** Judgements and replies in use that no committed cassette has. */
  uncommitted: number
}

/** Endings of the committed files. */
export const JUDGEMENTS_ENDING = '.judgements.jsonl'
export const REPLIES_ENDING = '.replies.jsonl'

const CACHE = '.vitest-judge/cache'

/** The recordings of a run's test files, each read when first asked for. */
export class Cassettes {
  readonly mode: CassetteMode
  readonly #options: CassettesOptions
  /** By test file. */
  #judgements = new Map<string, Promise<Cassette<RecordedJudgement>>>()
  #replies = new Map<string, Promise<Cassette<RecordedReply>>>()

  constructor(options: CassettesOptions) {
    this.#options = options
    this.mode = options.mode
  }

  /** Forgets what an earlier run has read and asked, for watch mode. */
  startRun(): void {
    this.#judgements = new Map()
    this.#replies = new Map()
  }

  /**
   * Reads what is committed for a test file that is about to run, before anybody waits for it.
   *
   * @returns whether there is anything to replay
   */
  warmUp(testFile: TestFile): boolean {
    const { root, dir } = this.#options
    if (this.mode === 'off') return false
    if (!existsSync(join(root, snapshotPath({ ...testFile, dir, ending: JUDGEMENTS_ENDING })))) return false
    void this.judgements(testFile).catch(() => undefined)
    return this.mode !== 'record'
  }

  /** @throws {CassetteError} told again at every call */
  judgements(testFile: TestFile): Promise<Cassette<RecordedJudgement>> {
    return this.#open(this.#judgements, testFile, JUDGEMENTS_ENDING, recordedJudgementSchema)
  }

  /** @throws {CassetteError} told again at every call */
  replies(testFile: TestFile): Promise<Cassette<RecordedReply>> {
    return this.#open(this.#replies, testFile, REPLIES_ENDING, recordedReplySchema)
  }

  /**
   * Ends a run: what was asked is in the cache, and with `write` in the committed files.
   *
   * @param files those that ran
   * @param write whether the run was accepted (`-u`), or is a recording
   * @param partial whether only a part of the suite ran, which is no witness that something is not asked any more
   */
  async settle(
    files: readonly SettledFile[],
    { write, partial }: { write: boolean; partial: boolean },
  ): Promise<CassetteOutcome> {
    const outcome: CassetteOutcome = { changes: [], failures: [], uncommitted: 0 }
    if (this.mode === 'off') return outcome
    for (const file of files) {
      const dropUnused = file.isComplete && !partial
      await this.#settleOne(outcome, this.#judgements, file, JUDGEMENTS_ENDING, () => this.judgements(file), {
        write,
        dropUnused,
      })
      await this.#settleOne(outcome, this.#replies, file, REPLIES_ENDING, () => this.replies(file), {
        write,
        dropUnused,
      })
    }
    outcome.changes.sort((a, b) => (a.file < b.file ? -1 : 1))
    return outcome
  }

  async #settleOne<Entry extends Recorded>(
    outcome: CassetteOutcome,
    opened: Map<string, Promise<Cassette<Entry>>>,
    file: TestFile,
    ending: string,
    open: () => Promise<Cassette<Entry>>,
    { write, dropUnused }: { write: boolean; dropUnused: boolean },
  ): Promise<void> {
    const name = snapshotPath({ ...file, dir: this.#options.dir, ending })
    const mayBeStale = write && dropUnused && existsSync(join(this.#options.root, name))
    if (!opened.has(keyOf(file)) && !mayBeStale) return
    try {
      const cassette = await open()
      if (write) {
        const change = await cassette.commit({ dropUnused })
        if (change !== undefined) outcome.changes.push(change)
      } else {
        await cassette.flush()
        outcome.uncommitted += cassette.uncommitted
      }
    } catch (error) {
      outcome.failures.push(error as Error)
    }
  }

  #open<Entry extends Recorded>(
    opened: Map<string, Promise<Cassette<Entry>>>,
    testFile: TestFile,
    ending: string,
    schema: z.ZodType<Entry>,
  ): Promise<Cassette<Entry>> {
    const { root, dir, mode } = this.#options
    const key = keyOf(testFile)
    let cassette = opened.get(key)
    if (cassette === undefined) {
      const name = snapshotPath({ ...testFile, dir, ending })
      const cachePath = join(root, snapshotPath({ ...testFile, dir: CACHE, ending }))
      cassette = Cassette.open({ path: join(root, name), name, cachePath, mode, schema })
      // Whoever asks is told; nobody need wait for it until then.
      cassette.catch(() => undefined)
      opened.set(key, cassette)
    }
    return cassette
  }
}

/** Asked for with every question, and so not the path, which takes longer to make. */
function keyOf({ project, file }: TestFile): string {
  return `${project}\0${file}`
}

/** Whether any judgement is recorded and committed under the root, so that a run without a key can replay. */
export async function hasCassette({ root, dir }: { root: string; dir: string }): Promise<boolean> {
  const names = await readdir(join(root, dir), { recursive: true }).catch(() => [])
  return names.some((name) => name.endsWith(JUDGEMENTS_ENDING))
}
