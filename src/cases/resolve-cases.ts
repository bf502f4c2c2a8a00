import { createRequire } from 'node:module'
import type * as zod from 'zod'
import { caseSchema } from './case-schema.js'
import type { DatasetProblem } from './dataset-error.js'
import type { DatasetRow } from './dataset-row.js'
import type { EvaluationCase } from './evaluation-case.js'
import { distinctProblems, rowProblems } from './row-problems.js'

let schema: ReturnType<typeof caseSchema> | undefined

/** Checks rows and fills their defaults. Cases are as many as rows only where there is no problem. */
export function resolveCases(rows: readonly DatasetRow[]): { cases: EvaluationCase[]; problems: DatasetProblem[] } {
  schema ??= caseSchema(createRequire(import.meta.url)('zod') as typeof zod)
  const cases: EvaluationCase[] = []
  const problems: DatasetProblem[] = []
  for (const row of rows) {
    const parsed = schema.safeParse(row.value, { reportInput: true })
    if (parsed.success) cases.push(parsed.data)
    else problems.push(...rowProblems(parsed.error.issues, row))
  }
  problems.push(...duplicateIds(rows))
  return { cases, problems: distinctProblems(problems) }
}

function duplicateIds(rows: readonly DatasetRow[]): DatasetProblem[] {
  const lines = new Map<string, number>()
  return rows.flatMap(({ value, line }) => {
    if (typeof value !== 'object' || value === null || !('id' in value)) return []
    if (typeof value.id !== 'string' && typeof value.id !== 'number') return []
    const id = String(value.id)
    const first = lines.get(id)
    if (first === undefined) {
      lines.set(id, line)
      return []
    }
    const message = `expected an id of its own, got ${JSON.stringify(id)}, which is the id of line ${first} too`
    return [{ line, field: 'id', message }]
  })
}
