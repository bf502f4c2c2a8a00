import type * as zod from 'zod'
import type { DatasetProblem } from './dataset-error.js'
import type { DatasetRow } from './dataset-row.js'

type Issue = zod.core.$ZodIssue

/** What a schema found wrong in a row, with the line and the name of the field that was meant. */
export function rowProblems(issues: Issue[], row: DatasetRow): DatasetProblem[] {
  return issues.flatMap(meantIssues).map((issue) => issueProblem(issue, row))
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

/** A column that is named wrongly is one problem, not one a row. */
export function distinctProblems(problems: DatasetProblem[]): DatasetProblem[] {
  const seen = new Set<string>()
  return problems.filter(({ line, field, message }) => {
    const key = JSON.stringify([line, field, message])
    return !seen.has(key) && seen.add(key)
  })
}

/** For `sort`. */
export function byLine(a: DatasetProblem, b: DatasetProblem): number {
  return (a.line ?? 0) - (b.line ?? 0)
}
