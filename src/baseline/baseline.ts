import { z } from 'zod'

/**
 * The same as `z.record(z.string(), value)`, which leaves out the key `__proto__`: here it is a key like any other,
 * because a test may be called so.
 */
function recordOf<T>(value: z.ZodType<T>) {
  return z.unknown().transform((input, context): Record<string, T> => {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      context.addIssue({ code: 'invalid_type', expected: 'record', input })
      return z.NEVER
    }
    const parsed: [string, T][] = []
    for (const [key, item] of Object.entries(input)) {
      const result = value.safeParse(item)
      if (result.success) parsed.push([key, result.data])
      else
        for (const issue of result.error.issues)
          context.issues.push({ ...issue, input: item, path: [key, ...issue.path] })
    }
    return Object.fromEntries(parsed)
  })
}

export const baselineScoreSchema = z.strictObject({
  /** Mean over the trials, rounded to 0.01; a number of the user's own to six digits. */
  score: z.number(),
  /** Given where the score is not one of 0..1. */
  unit: z.literal('number').optional(),
  /** Number of trials; absent for one. */
  trials: z.number().int().min(1).optional(),
  /** Sample standard deviation, rounded to 0.001; absent below two trials. */
  sd: z.number().min(0).optional(),
  /** A value a trial, rounded to 0.001 and sorted; absent for one trial, and above ten. */
  values: z.array(z.number()).min(2).optional(),
  /** Trials that were declined besides; absent for none. */
  declined: z.number().int().min(1).optional(),
  /** Hash of what was expected. */
  expects: z.string(),
  /** Who judged: `openai/gpt-4.1-mini#3fa9c1d2` (name, fingerprint). */
  judge: z.string(),
  /** The model that the provider said had answered, where it said so. */
  served: z.string().optional(),
  rationale: z.string(),
})

export const baselineEntrySchema = z.strictObject({
  /** The message, or the messages of a test with several, as they were sent. Compared as text. */
  input: z.union([z.string(), z.array(z.string())], { error: 'expected a string, or a list of strings' }),
  /** Hash of the context; absent where there was none. */
  context: z.string().optional(),
  /** By metric key: `intent`, `intent#2`, `intent:greeting`. */
  scores: recordOf(baselineScoreSchema),
  /** Trials in which everything asserted held; absent where an older version wrote the entry. */
  passed: z.number().int().min(0).optional(),
  /** Trials that passed or failed; absent for one. */
  trials: z.number().int().min(1).optional(),
  /** Milliseconds, the median of the trials; only with `baseline: { latency: true }`. */
  latencyMs: z.number().min(0).optional(),
  /** Reply of the trial nearest the median. */
  reply: z.string(),
})

export const baselineSchema = z.strictObject({
  version: z.literal(1),
  entries: recordOf(baselineEntrySchema),
})

/**
 * What a baseline file holds: one entry a case, sorted by key. Committed to git and read in pull requests,
 * so it has no timestamp, no absolute path and no latency unless asked for.
 */
export type Baseline = z.infer<typeof baselineSchema>

export type BaselineEntry = z.infer<typeof baselineEntrySchema>

export type BaselineScore = z.infer<typeof baselineScoreSchema>
