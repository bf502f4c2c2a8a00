import type { EvaluatedCase } from '../evaluation/evaluated-case.js'
import { quoteText } from '../text/quote-text.js'
import { StoreError } from './store-error.js'
import type { RunResult, Store, StoredFile, StoredRun } from './store.js'

/** A run that ended, with all that it takes to hold it against another. */
export interface KeptRun {
  run: StoredRun & { result: RunResult & { partial: string | null } }
  cases: EvaluatedCase[]
  files: StoredFile[]
}

const remedy = '`vitest-judge history` lists the runs that are kept.'

/**
 * The run that a user means. Reads only.
 *
 * @param reference an id, the beginning of one that no other has, `latest`, or `latest~1` for the one before
 * @throws {StoreError} with code `run` where there is no such run, it has not ended, or an older version kept too little of it
 */
export async function readRun(store: Store, reference: string): Promise<KeptRun> {
  const id = resolveRunId(reference, await store.runIds())
  const run = await store.run(id)
  if (run === null) throw new StoreError('run', `Run ${id} was deleted while it was looked for. ${remedy}`)
  const { result } = run
  if (result === null) {
    throw new StoreError(
      'run',
      `Expected a run that has ended, got ${id} of ${run.startedAt}, which still goes on, or was killed. Wait for it, or name another: ${remedy}`,
    )
  }
  const { partial } = result
  if (partial === undefined) {
    throw new StoreError(
      'run',
      `Expected a run of this version, got ${id} of ${run.startedAt}, kept by vitest-judge ${run.versions['vitest-judge'] ?? 'of an older version'}, ` +
        `which did not yet keep the tests that were collected (schema 3 or older). It stays as it is. Run the tests again and name that run, or another: ${remedy}`,
    )
  }
  return {
    run: { ...run, result: { ...result, partial } },
    cases: await store.cases(id),
    files: await store.files(id),
  }
}

/**
 * @param ids of all runs, the newest first
 * @throws {StoreError} with code `run` where none is meant, or several
 */
export function resolveRunId(reference: string, ids: readonly string[]): string {
  if (ids.length === 0) {
    throw new StoreError('run', `Expected a run, got ${quoteText(reference)}, and none is kept yet. Run vitest first.`)
  }
  const back = /^latest(?:~(\d{1,9}))?$/.exec(reference)
  if (back !== null) {
    const id = ids[Number(back[1] ?? 0)]
    if (id !== undefined) return id
    throw new StoreError('run', `Expected at most latest~${ids.length - 1}, got ${reference}. ${remedy}`)
  }
  if (ids.includes(reference)) return reference
  const found = reference === '' ? [] : ids.filter((id) => id.startsWith(reference.toLowerCase()))
  const [only, another] = found
  if (only !== undefined && another === undefined) return only
  const got = quoteText(reference)
  throw new StoreError(
    'run',
    only === undefined
      ? `Expected the id of a run or its beginning, latest, or latest~1, got ${got}, and no kept run is called so. ${remedy}`
      : `Expected the beginning of one id, got ${got}, with which ${found.length} begin, ${only} and ${another ?? ''} among them. Write more of it; ${remedy}`,
  )
}
