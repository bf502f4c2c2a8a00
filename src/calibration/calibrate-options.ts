import { z } from 'zod'
import type { CallLimits } from '../judge-service/judge-caller.js'
import type { IntentKnowledge } from '../judge-service/judge-service.js'
import { describeValue } from '../matchers/describe-value.js'
import type { PassMarks } from './label-scale.js'

export interface CalibrateOptions {
  /** Calls to the judge at once. Default 50. */
  maxInFlight?: number
  /** Calls begun in any 60 seconds. Default: any number. */
  requestsPerMinute?: number | undefined
  /** Tokens of the calls begun in any 60 seconds, as far as they can be foreseen. Default: any number. */
  tokensPerMinute?: number | undefined
  /** Milliseconds for one call. Default 60,000. */
  timeoutMs?: number
  /** Of the bootstrap, a whole number. Default 1: the same judgements give the same interval. */
  seed?: number
  /** How often the bootstrap draws anew. Default 2,000. */
  resamples?: number
  /** Of all intervals, above 0 and below 1. Default 0.95. */
  confidence?: number
  /** From where on a score passes. Default `{ intent: 0.8, entities: 0.7, quality: 4 }`: the matchers' own, and 4 of 5. */
  passMarks?: Partial<PassMarks>
  /** What is known of an intent wherever its label is judged: the `intents` of `judge({ intents })`. */
  intents?: Readonly<Record<string, IntentKnowledge>>
  signal?: AbortSignal
}

/** Every option with its default filled in. */
export interface ResolvedCalibrateOptions {
  limits: CallLimits
  seed: number
  resamples: number
  confidence: number
  passMarks: PassMarks
  intents: Readonly<Record<string, IntentKnowledge>>
  signal: AbortSignal | undefined
}

const count = z.int('a whole number from 1').min(1, 'a whole number from 1')
const unit = z.number('a number from 0 to 1').min(0, 'a number from 0 to 1').max(1, 'a number from 0 to 1')
const between = 'a number above 0 and below 1'
const grade = z
  .int('a whole number from 2 to 5')
  .min(2, 'a whole number from 2 to 5')
  .max(5, 'a whole number from 2 to 5')

const optionsSchema = z.strictObject(
  {
    maxInFlight: count.optional(),
    requestsPerMinute: count.optional(),
    tokensPerMinute: count.optional(),
    timeoutMs: z.number('milliseconds above 0').positive('milliseconds above 0').optional(),
    seed: z.int('a whole number').optional(),
    resamples: count.optional(),
    confidence: z.number(between).gt(0, between).lt(1, between).optional(),
    passMarks: z
      .strictObject({ intent: unit.optional(), entities: unit.optional(), quality: grade.optional() }, 'an object')
      .optional(),
    intents: z.record(z.string(), z.custom<IntentKnowledge>(), 'an object').optional(),
    signal: z.custom<AbortSignal>((value) => value instanceof AbortSignal, 'an AbortSignal').optional(),
  },
  'an object of options',
)

/** @throws {TypeError} naming each option that is unknown or wrong */
export function resolveCalibrateOptions(options: CalibrateOptions = {}): ResolvedCalibrateOptions {
  const parsed = optionsSchema.safeParse(options)
  if (!parsed.success) {
    throw new TypeError(`calibrate(): ${parsed.error.issues.map((issue) => complaint(issue, options)).join('; ')}`)
  }
  const { maxInFlight = 50, timeoutMs = 60_000, seed = 1, resamples = 2_000, confidence = 0.95 } = options
  const { requestsPerMinute, tokensPerMinute } = options
  const { intent = 0.8, entities = 0.7, quality = 4 } = options.passMarks ?? {}
  return {
    limits: { maxInFlight, requestsPerMinute, tokensPerMinute, timeoutMs },
    seed,
    resamples,
    confidence,
    passMarks: { intent, entities, quality },
    intents: options.intents ?? {},
    signal: options.signal,
  }
}

function complaint(issue: z.core.$ZodIssue, options: unknown): string {
  const where = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `
  if (issue.code === 'unrecognized_keys') {
    return `${where}unknown ${issue.keys.map((key) => `"${key}"`).join(', ')}; see CalibrateOptions for what is known`
  }
  const given = issue.path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)[key], options)
  return `${where}expected ${issue.message}, got ${describeValue(given)}`
}
