import { z } from 'zod'
import type { Judgement, Metric } from '../judges/judge.js'

/**
 * A judgement as a cassette keeps it, a line each. What it cost is left out: it is not spent again.
 * `metric`, `judge` and `trial` are in the key already, and stand here for whoever reads the diff.
 */
export const recordedJudgementSchema = z.strictObject({
  key: z.string().regex(/^[0-9a-f]{32}$/, '32 hexadecimal digits'),
  metric: z.string(),
  /** Name of the judge. */
  judge: z.string(),
  /** Absent for the first. */
  trial: z.number().int().min(1).optional(),
  value: z.number().min(0).max(1).nullable(),
  rationale: z.string(),
  declined: z.string().min(1).optional(),
  servedModel: z.string().optional(),
})

export type RecordedJudgement = z.infer<typeof recordedJudgementSchema>

export function recordJudgement(
  { key, metric, judge, trial }: { key: string; metric: Metric; judge: string; trial: number },
  { value, rationale, declined, servedModel }: Judgement,
): RecordedJudgement {
  return {
    key,
    metric,
    judge,
    ...(trial > 0 && { trial }),
    value,
    rationale,
    ...(declined !== undefined && { declined }),
    ...(servedModel !== undefined && { servedModel }),
  }
}

export function replayJudgement({ value, rationale, declined, servedModel }: RecordedJudgement): Judgement {
  return {
    value,
    rationale,
    ...(declined !== undefined && { declined }),
    ...(servedModel !== undefined && { servedModel }),
  }
}
