import { z } from 'zod'

const share = z.number().min(0).max(1)
const estimateSchema = z.strictObject({
  value: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  n: z.int().min(0),
})
const proportionSchema = z.strictObject({ value: share, lower: share, upper: share, n: z.int().min(1) })

const passCountsSchema = z.strictObject({
  atLeast: share,
  truePositives: z.int().min(0),
  falseNegatives: z.int().min(0),
  falsePositives: z.int().min(0),
  trueNegatives: z.int().min(0),
})

export const metricEntrySchema = z.strictObject({
  n: z.int().min(0),
  declined: z.int().min(0),
  errored: z.int().min(0),
  weights: z.enum(['none', 'quadratic']),
  kappa: estimateSchema.nullable(),
  humanKappa: estimateSchema.nullable(),
  agreement: share.nullable(),
  /** The lowest label that passes; absent, with the two shares, where no label is better than another. */
  passFrom: z.string().optional(),
  sensitivity: proportionSchema.nullable().optional(),
  specificity: proportionSchema.nullable().optional(),
  /** Passed or not by people and judge, at each pass mark. Absent in files of before pass rates were corrected. */
  passCounts: z.array(passCountsSchema).optional(),
  confidence: share,
  seed: z.int(),
  labels: z.array(z.string()).min(2),
  confusion: z.array(z.array(z.int().min(0)).min(2)).min(2),
})

export const judgeEntrySchema = z.strictObject({
  fingerprint: z.string(),
  /** The models that the provider said had answered. */
  served: z.array(z.string()),
  metrics: z.record(z.string(), metricEntrySchema),
})

export const calibrationsSchema = z.strictObject({
  version: z.literal(1),
  judges: z.record(z.string(), judgeEntrySchema),
})

/** What the file of calibrations holds: judges by name, each with the metrics in which it was held against labels. */
export type Calibrations = z.infer<typeof calibrationsSchema>

export type JudgeEntry = z.infer<typeof judgeEntrySchema>

export type MetricEntry = z.infer<typeof metricEntrySchema>
