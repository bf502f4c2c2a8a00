import { createRequire } from 'node:module'
import type * as zod from 'zod'
import { caseSchema } from './case-schema.js'
import type { DatasetProblem } from './dataset-error.js'
import type { DatasetRow } from './dataset-row.js'
import type { EvaluationCase } from './evaluation-case.js'

type Issue = zod.core.$ZodIssue

let schema: ReturnType<typeof caseSchema> | undefined

/** Checks rows and fills their defaults. Cases are as many as rows only where there is no problem. */
export function resolveCases(rows: readonly DatasetRow[]): { cases: EvaluationCase[]; problems: DatasetProblem[] } {
  schema ??= caseSchema(createRequire(import.meta.url)('zod') as typeof zod)
  const cases: EvaluationCase[] = []
  const problems: DatasetProblem[] = []
  for (const row of rows) {
    const parsed = schema.safeParse(row.value, { reportInput: true })
    if (parsed.success) cases.push(parsed.data)
    else problems.push(...parsed.error.issues.flatMap(meantIssues).map((issue) => issueProblem(issue, row)))
  }
  problems.push(...duplicateIds(rows))
  return { cases, problems: once(problems) }
}

function issueProblem(issue: Issue, row: DatasetRow): DatasetProblem {
  const isUnknownField = issue.code === 'custom' && issue.params?.unknownField === true
  const line = isUnknownField ? (row.namesLine ?? row.line) : row.line
  return { line, ...(issue.path.length > 0 && { field: fieldName(issue.path) }), message: issue.message }
}

/**
 * A union's issue as the issues of the alternative that was meant: the first whose own type the value has, so that
 * something inside it is wrong. Where there is none, the union's own.
 */
function meantIssues(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const alternatives = issue.errors.map((issues) => issues.flatMap(meantIssues))
  const meant = alternatives.find((issues) => issues.length > 0 && !issues.some(refusesWhole))
  return meant?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue]
}

function refusesWhole({ code, path }: Issue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_union')
}

function fieldName(path: PropertyKey[]): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`
      const name = String(key)
      if (!/^[\w$-]+$/.test(name)) return index === 0 ? JSON.stringify(name) : `[${JSON.stringify(name)}]`
      return index === 0 ? name : `.${name}`
    })
    .join('')
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

/** A column that is named wrongly is one problem, not one a row. */
function once(problems: DatasetProblem[]): DatasetProblem[] {
  const seen = new Set<string>()
  return problems.filter(({ line, field, message }) => {
    const key = JSON.stringify([line, field, message])
    return !seen.has(key) && seen.add(key)
  })
}
