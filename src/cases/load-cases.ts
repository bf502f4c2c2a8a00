import { dirname, isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { worker } from '../worker/worker-state.js'
import type { EvaluationCase } from './evaluation-case.js'
import { readCases } from './read-cases.js'

export interface LoadCasesOptions {
  /** The file, as a path or as `import.meta.url`, that a relative path starts from. Default: the test file. */
  from?: string
}

/**
 * Reads a dataset, synchronously, so that tests can be made of its cases: with {@link describeCases} or `test.for`.
 * In watch mode, a change of the file runs the test file again.
 *
 * The format follows from the name: `.jsonl` and `.ndjson` (one case a line), `.json` and `.yaml` or `.yml` (a list, or
 * an object that holds it as `cases`), `.csv` (a header of field names; a cell of an object or a list holds JSON, `tags`
 * may be `a;b`, and `thresholds.intent` or `entities.order_id` may be columns of their own). Text is UTF-8.
 * The first call loads a schema library, less than 100 ms; each case costs a small part of a millisecond.
 *
 * @param path relative to the test file, absolute, or `new URL('cases.jsonl', import.meta.url)`
 * @throws {DatasetError} naming file, line and field of everything that is wrong, the first 20 listed
 * @throws {TypeError} for a relative path where no test file is known, and for a URL that is no `file:` URL
 *
 * @example
 * // fixtures/support.jsonl
 * // {"id": "late-parcel", "input": "Where is order 12345?", "intent": "order_support", "entities": {"order_id": ["12345"]}}
 * // {"id": "empty", "input": "", "rubric": "asks what is wanted", "tags": ["edge"], "priority": 2}
 *
 * test.for(loadCases('fixtures/support.jsonl'))('$id', async ({ input, entities }) => {
 *   await expect(await ask(input)).toExtractEntities(entities ?? {})
 * })
 */
export function loadCases(path: string | URL, options: LoadCasesOptions = {}): EvaluationCase[] {
  const state = worker()
  const file = absolutePath(path, options.from ?? state.testFile)
  // Before reading: a file that is missing or wrong is the one most likely to be changed next.
  state.watchFile(file)
  return readCases(file)
}

function absolutePath(path: string | URL, from: string | undefined): string {
  // No `instanceof`: under jsdom the global URL is another class than Node's.
  const given = typeof path === 'string' ? path : path.href
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(given) || typeof path !== 'string') return filePath(given)
  if (isAbsolute(given)) return given
  if (from === undefined) {
    throw new TypeError(
      `loadCases(${JSON.stringify(given)}): a relative path starts from the test file, and no test file is running here; ` +
        `pass an absolute path, or new URL(${JSON.stringify(given)}, import.meta.url)`,
    )
  }
  return resolve(dirname(filePath(from)), given)
}

function filePath(pathOrUrl: string): string {
  if (!/^[a-z][a-z\d+.-]+:/i.test(pathOrUrl)) return resolve(pathOrUrl)
  if (/^file:/i.test(pathOrUrl)) return fileURLToPath(pathOrUrl)
  throw new TypeError(`loadCases reads files: expected a path or a file: URL, got ${JSON.stringify(pathOrUrl)}`)
}
