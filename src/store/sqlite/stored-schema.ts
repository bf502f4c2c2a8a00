import { z } from 'zod'
import type { CaseOutcome } from '../../evaluation/case-outcome.js'
import type { EvaluatedCase, EvaluatedMetric } from '../../evaluation/evaluated-case.js'
import {
  acceptanceRecordSchema,
  caseRecordSchema,
  errorRecordSchema,
  judgeIdentitySchema,
  trialRecordSchema,
  usageSchema,
} from '../../evaluation/record-schema.js'
import { SCORE_UNITS } from '../../evaluation/score-unit.js'
import type { StoredFile, StoredRun } from '../store.js'

/** What comes out of the file is checked once, here: another version or another hand may have written it. */

const count = z.number().int()

const metricSchema: z.ZodType<EvaluatedMetric> = z.object({
  key: z.string(),
  metric: z.string(),
  unit: z.enum(SCORE_UNITS),
  direction: z.enum(['up', 'down']).optional(),
  tolerance: z.number().optional(),
  negated: z.literal(true).optional(),
  values: z.array(z.number().nullable()),
  mean: z.number().nullable(),
  sd: z.number().optional(),
  threshold: z.number().nullable(),
  passed: count,
  missed: count,
  declined: count,
  errored: count,
  rationale: z.string(),
  judge: judgeIdentitySchema,
  expectationHash: z.string(),
})

export const storedCaseSchema: z.ZodType<EvaluatedCase> = z.object({
  project: z.string(),
  file: z.string(),
  name: z.string(),
  key: z.string(),
  suite: z.string(),
  line: count.optional(),
  state: z.enum(['passed', 'failed', 'skipped']),
  case: caseRecordSchema.optional(),
  acceptance: acceptanceRecordSchema.optional(),
  passed: z.boolean().optional(),
  trials: z.array(trialRecordSchema),
  inputs: z.array(z.string()),
  contextHash: z.string().optional(),
  metrics: z.array(metricSchema),
  reply: z.string().optional(),
  errors: z.array(errorRecordSchema),
  latenciesMs: z.array(z.number()),
  assistantUsage: usageSchema,
  judgeUsage: usageSchema,
})

export const storedRunSchema: z.ZodType<StoredRun> = z.object({
  id: z.string(),
  startedAt: z.string(),
  commit: z.string().nullable(),
  branch: z.string().nullable(),
  dirty: z.boolean().nullable(),
  ci: z.boolean(),
  versions: z.record(z.string(), z.string()),
  judge: judgeIdentitySchema.pick({ name: true, fingerprint: true, standIn: true }),
  result: z
    .object({
      finishedAt: z.string(),
      outcome: z.enum(['passed', 'failed', 'aborted']),
      reason: z.string(),
      passed: count,
      failed: count,
      skipped: count,
      judged: count,
      notJudged: count,
      errors: count,
      partial: z.string().nullable().optional(),
    })
    .nullable(),
})

export const storedFileSchema: z.ZodType<StoredFile> = z.object({
  project: z.string(),
  file: z.string(),
  collected: z.array(z.string()),
  broken: z.array(storedCaseSchema),
})

export const storedOutcomeSchema: z.ZodType<CaseOutcome> = z.object({
  project: z.string(),
  file: z.string(),
  key: z.string(),
  suite: z.string(),
  state: z.enum(['passed', 'failed', 'skipped']),
  passed: z.boolean().optional(),
  metrics: z.array(metricSchema),
  trials: z.array(z.boolean().nullable()),
})
