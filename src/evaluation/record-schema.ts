import { z } from 'zod'
import type { Json } from '../text/json.js'
import { SCORE_UNITS } from './score-unit.js'

/**
 * The record of one test: what crosses from worker to main process in `task.meta.judge`.
 * Parsed in the main process only; the worker imports the inferred types and pays for no schema library.
 */

// Not `z.json()`: what crossed from a worker is JSON already, and looking at every leaf of it again costs more than all the rest.
const json = z.unknown() as unknown as z.ZodType<Json>

export const usageSchema = z.object({
  inputTokens: z.number().optional(),
  outputTokens: z.number().optional(),
  costUsd: z.number().optional(),
  /** The model that was paid for, where it is known. */
  model: z.string().optional(),
})

/** Who judged. `standIn` says why the chosen judge did not. */
export const judgeIdentitySchema = z.object({
  name: z.string(),
  kind: z.enum(['llm', 'local', 'custom', 'code']),
  fingerprint: z.string(),
  standIn: z.string().optional(),
  servedModel: z.string().optional(),
})

export const scoreRecordSchema = z.object({
  /** One of `BUILT_IN_METRICS`, or a name of the user's own. */
  metric: z.string(),
  /** The `{ id }` given on the assertion. */
  id: z.string().optional(),
  /** `unit`: 0..1. See `score-unit.ts`. */
  unit: z.enum(SCORE_UNITS),
  /** Whether more or less is better, where it is not as the unit says. */
  direction: z.enum(['up', 'down']).optional(),
  /** By how much it may be worse than its baseline, where the gate's own tolerance is not meant. */
  tolerance: z.number().optional(),
  /** `null`: declined, or an error. */
  value: z.number().nullable(),
  /** `null`: nothing was asserted, the score is only recorded. */
  threshold: z.number().nullable(),
  negated: z.boolean(),
  /** Whether the assertion held; `null` where there was none, or no value to hold it against. */
  passed: z.boolean().nullable(),
  rationale: z.string(),
  declined: z.string().optional(),
  /** The judge was asked and failed. */
  error: z.string().optional(),
  judge: judgeIdentitySchema,
  /** Not asked in this run, but taken from a recording; so it cost nothing. */
  replayed: z.literal(true).optional(),
  /** What was expected: the request without input and reply. Hashed for comparability. */
  expectation: json,
  /** Index into the trial's replies; −1 where it is of none. */
  reply: z.number().int(),
  usage: usageSchema.optional(),
})

export const replyRecordSchema = z.object({
  input: z.string(),
  text: z.string(),
  /** Absent for a bare string that was judged without an assistant call, and for a replayed reply. */
  durationMs: z.number().optional(),
  firstTokenMs: z.number().optional(),
  context: json.optional(),
  usage: usageSchema.optional(),
  /** Taken from a recording: it took no time, and what it cost was paid before. */
  replayed: z.literal(true).optional(),
})

export const errorRecordSchema = z.object({
  stage: z.enum(['assistant', 'judge', 'test']),
  message: z.string(),
})

export const trialRecordSchema = z.object({
  /** Vitest's `retry`: of the attempts, the first completed one counts. */
  attempt: z.number().int(),
  /** Vitest's `repeats`: each is a trial. */
  repeat: z.number().int(),
  /** The trial of `describeCases`. */
  trial: z.number().int(),
  replies: z.array(replyRecordSchema),
  scores: z.array(scoreRecordSchema),
  errors: z.array(errorRecordSchema),
  /** Whether everything asserted in this trial held. `null` while it runs, and where it was not judged. */
  passed: z.boolean().nullable(),
})

/** A row of a dataset, as far as reports and baselines need it. Known at collection, before the test runs. */
export const caseRecordSchema = z.object({
  id: z.string(),
  suite: z.string(),
  type: z.enum(['unit', 'integration', 'performance', 'user_acceptance', 'regression']),
  priority: z.number().int().optional(),
  tags: z.array(z.string()),
})

/** What a suite's `acceptance` test found. */
export const acceptanceRecordSchema = z.object({
  suite: z.string(),
  criteria: z.array(
    z.object({
      name: z.string(),
      expected: z.number(),
      actual: z.number().nullable(),
      /** Lower end of the 95 % interval, given where it is what must reach the expected; `null` where there is none. */
      lower: z.number().nullable().optional(),
      passed: z.boolean(),
    }),
  ),
})

export const testRecordSchema = z.object({
  version: z.literal(1),
  case: caseRecordSchema.optional(),
  acceptance: acceptanceRecordSchema.optional(),
  /** Whether the case held by its pass rule. Given where a miss does not fail the test; else the test's state says it. */
  passed: z.boolean().optional(),
  trials: z.array(trialRecordSchema),
})

export type JudgeIdentity = z.infer<typeof judgeIdentitySchema>
export type ScoreRecord = z.infer<typeof scoreRecordSchema>
export type ReplyRecord = z.infer<typeof replyRecordSchema>
export type ErrorRecord = z.infer<typeof errorRecordSchema>
export type TrialRecord = z.infer<typeof trialRecordSchema>
export type CaseRecord = z.infer<typeof caseRecordSchema>
export type AcceptanceRecord = z.infer<typeof acceptanceRecordSchema>
export type TestRecord = z.infer<typeof testRecordSchema>
export type UsageRecord = z.infer<typeof usageSchema>
