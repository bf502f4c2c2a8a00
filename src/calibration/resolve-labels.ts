import { createRequire } from 'node:module'
import type * as zod from 'zod'
import type { DatasetProblem } from '../cases/dataset-error.js'
import type { DatasetRow } from '../cases/dataset-row.js'
import { distinctProblems, rowProblems } from '../cases/row-problems.js'
import { labelledReplySchema, type CheckedReply } from './labelled-reply.js'

let schema: ReturnType<typeof labelledReplySchema> | undefined

/** Checks rows. Replies are as many as rows only where there is no problem. */
export function resolveLabels(rows: readonly DatasetRow[]): { replies: CheckedReply[]; problems: DatasetProblem[] } {
  schema ??= labelledReplySchema(createRequire(import.meta.url)('zod') as typeof zod)
  const replies: CheckedReply[] = []
  const problems: DatasetProblem[] = []
  for (const row of rows) {
    const parsed = schema.safeParse(row.value, { reportInput: true })
    if (parsed.success) replies.push(parsed.data)
    else problems.push(...rowProblems(parsed.error.issues, row))
  }
  return { replies, problems: distinctProblems(problems) }
}
