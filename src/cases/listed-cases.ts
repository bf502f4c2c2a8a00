import type { DatasetProblem } from './dataset-error.js'
import { expected } from './expected.js'

/** The rows of a document that is a list, or holds one as `cases`; else what is wrong with it. */
export function listedCases(document: unknown): unknown[] | DatasetProblem {
  if (Array.isArray(document)) return document as unknown[]
  const listed = typeof document === 'object' && document !== null && 'cases' in document ? document.cases : undefined
  if (Array.isArray(listed)) return listed as unknown[]
  if (listed !== undefined) return { field: 'cases', message: expected('a list of cases')({ input: listed }) }
  return { message: expected('a list of cases, or an object that holds it as `cases`')({ input: document }) }
}
