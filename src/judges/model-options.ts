import { z } from 'zod'
import { excerpt } from './excerpt.js'
import type { ModelPrice } from './judge.js'

/** What every judge that asks a model takes. */
export interface ModelOptions {
  /** 0..2, default 0. Left out where the model does not take it. */
  temperature?: number
  /** Milliseconds for one attempt, to the last byte. Default 60,000. */
  timeoutMs?: number
  /** How often it is asked again after a lost connection, a timeout, 408, 409 or 5xx. Default 2. */
  maxRetries?: number
  /** What the model costs, where the table of prices does not know it or is not up to date. */
  price?: ModelPrice
  /** Sent as `seed` plus the index of the trial, for models that know it. */
  seed?: number
  /** Shown instead of provider and model. */
  name?: string
}

/** Every one with its default. */
export interface ModelSettings {
  temperature: number
  timeoutMs: number
  maxRetries: number
  price: ModelPrice | undefined
  seed: number | undefined
}

const prices = 'US dollars for a million tokens, { inputPerMillion: 0.4, outputPerMillion: 1.6 }'

export const modelOptionsShape = {
  temperature: z
    .number('a number from 0 to 2')
    .min(0, 'a number from 0 to 2')
    .max(2, 'a number from 0 to 2')
    .optional(),
  timeoutMs: z.int('a whole number of milliseconds').positive('more than 0 milliseconds').optional(),
  maxRetries: z.int('a whole number').nonnegative('0 or more').optional(),
  seed: z.int('a whole number').optional(),
  price: z
    .strictObject({ inputPerMillion: z.number().nonnegative(), outputPerMillion: z.number().nonnegative() }, prices)
    .optional(),
  name: z.string('a string').trim().min(1, 'a name that is not empty').optional(),
}

export function modelSettings(options: { [Key in keyof ModelOptions]: ModelOptions[Key] | undefined }): ModelSettings {
  const { temperature = 0, timeoutMs = 60_000, maxRetries = 2, price, seed } = options
  return { temperature, timeoutMs, maxRetries, price, seed }
}

export interface OptionsReader<Options> {
  /** The function whose options they are: `openAIJudge`. */
  judge: string
  schema: z.ZodObject<z.ZodRawShape> & z.ZodType<Options>
  /** Options whose values are not shown. */
  secrets?: string[]
  example: string
}

/** @throws TypeError naming the option, what it should be and what it was */
export function readOptions<Options>(options: unknown, reader: OptionsReader<Options>): Options {
  const parsed = reader.schema.safeParse(options)
  if (parsed.success) return parsed.data
  throw new TypeError(parsed.error.issues.map((issue) => complaint(issue, options, reader)).join('\n'))
}

function complaint(
  issue: z.core.$ZodIssue,
  options: unknown,
  { judge, schema, secrets = [], example }: OptionsReader<unknown>,
): string {
  if (issue.code === 'unrecognized_keys' && issue.path.length === 0) {
    return `${judge}: unknown option ${issue.keys.join(', ')}: the options are ${Object.keys(schema.shape).join(', ')}`
  }
  const [option] = issue.path
  if (option === undefined) return `${judge}: expected an object of options, e.g. ${example}`
  const given: unknown = (options as Record<PropertyKey, unknown>)[option]
  const got = secrets.includes(String(option))
    ? `a ${typeof given}`
    : excerpt(given === undefined ? 'nothing' : JSON.stringify(given))
  return `${judge}: option ${String(option)}: expected ${issue.message}, got ${got}`
}
