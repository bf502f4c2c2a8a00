import type { z } from 'zod'
import type { DatasetProblem } from '../cases/dataset-error.js'
import type { DatasetRow } from '../cases/dataset-row.js'
import { distinctProblems, rowProblems } from '../cases/row-problems.js'
import { labelledReplySchema } from './labelled-reply.js'

/** A row that has been checked. */
export type CheckedReply = z.output<typeof labelledReplySchema>

/** Checks rows. Replies are as many as rows only where there is no problem. */
export function resolveLabels(rows: readonly DatasetRow[]): { replies: CheckedReply[]; problems: DatasetProblem[] } {
  const replies: CheckedReply[] = []
  const problems: DatasetProblem[] = []
  for (const row of rows) {
    const parsed = labelledReplySchema.safeParse(row.value, { reportInput: true })
    if (parsed.success) replies.push(parsed.data)
    else problems.push(...rowProblems(parsed.error.issues, row))
  }
  return { replies, problems: distinctProblems(problems) }
}
