import { z } from 'zod'
import { excerpt } from './excerpt.js'
import type { ModelPrice } from './judge.js'

export interface OpenAIJudgeOptions {
  /** The model's name, as the server knows it: `gpt-4.1-mini`, `llama3.1:8b`. */
  model: string
  /** Default: `OPENAI_API_KEY` of `env`. A server given by `baseURL` is called without a key where there is none. */
  apiKey?: string
  /** Any server that speaks OpenAI's chat completions: `http://localhost:11434/v1`. Default: `OPENAI_BASE_URL` of `env`, else OpenAI. */
  baseURL?: string
  /**
   * Sent with every request, for servers that know who asks by another header: `{ 'api-key': process.env.AZURE_OPENAI_API_KEY }`.
   * Values count as secrets. One that is `undefined` makes the judge unavailable. With an `api-key` or `authorization` among them no
   * `OPENAI_API_KEY` of `env` is sent.
   */
  headers?: Record<string, string | undefined>
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
  /** Shown instead of `openai/<model>`. */
  name?: string
  /** Default `process.env`; read once, when the judge is made. */
  env?: Record<string, string | undefined>
}

/** Every option with its default filled in. The key is in here: never print it. */
export interface OpenAIJudgeSettings {
  model: string
  name: string
  apiKey: string | undefined
  baseURL: URL
  /** Secrets like the key. */
  headers: Record<string, string>
  organization: string | null
  project: string | null
  temperature: number
  timeoutMs: number
  maxRetries: number
  seed: number | undefined
  price: ModelPrice | undefined
  /** What is missing for this judge to work. */
  unavailable: string | undefined
}

const openAI = 'https://api.openai.com/v1'

const prices = 'US dollars for a million tokens, { inputPerMillion: 0.4, outputPerMillion: 1.6 }'

const optionsSchema = z.strictObject({
  model: z.string('a model name, e.g. "gpt-4.1-mini"').trim().min(1, 'a model name, e.g. "gpt-4.1-mini"'),
  apiKey: z.string('a string').trim().min(1, 'a key that is not empty').optional(),
  baseURL: z
    .url({ protocol: /^https?$/, error: 'an http or https address, e.g. "http://localhost:11434/v1"' })
    .optional(),
  headers: z
    .record(
      z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/, 'a name of a header'),
      z
        .string('a string')
        // eslint-disable-next-line no-control-regex -- they are what a header cannot hold
        .regex(/^[^\u0000-\u0008\u000a-\u001f\u007f\u0100-\uffff]*$/, 'text that a header can hold')
        .optional(),
      "names and values, e.g. { 'api-key': process.env.AZURE_OPENAI_API_KEY }",
    )
    .optional(),
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
  env: z.record(z.string(), z.string().optional(), 'an object like process.env').optional(),
})

/** @throws TypeError naming the option, what it should be and what it was */
export function resolveOpenAIJudgeOptions(options: OpenAIJudgeOptions): OpenAIJudgeSettings {
  const parsed = optionsSchema.safeParse(options)
  if (!parsed.success) throw new TypeError(parsed.error.issues.map((issue) => complaint(issue, options)).join('\n'))
  const { model, name = `openai/${model}`, temperature = 0, timeoutMs = 60_000, maxRetries = 2, seed } = parsed.data
  const env = parsed.data.env ?? process.env
  const given = Object.entries(parsed.data.headers ?? {})
  const headers: Record<string, string> = {}
  for (const [header, value] of given) if (value !== undefined && value.trim() !== '') headers[header] = value
  const missing = given.map(([header]) => header).filter((header) => !(header in headers))
  const isKnownByHeader = given.some(([header]) => /^(?:api-key|authorization)$/i.test(header))
  const apiKey = parsed.data.apiKey ?? (isKnownByHeader ? undefined : filled(env.OPENAI_API_KEY))
  return {
    model,
    name,
    apiKey,
    baseURL: new URL(parsed.data.baseURL ?? filled(env.OPENAI_BASE_URL) ?? openAI),
    headers,
    organization: filled(env.OPENAI_ORG_ID) ?? null,
    project: filled(env.OPENAI_PROJECT_ID) ?? null,
    temperature,
    timeoutMs,
    maxRetries,
    seed,
    price: parsed.data.price,
    unavailable: whyUnavailable({ apiKey, baseURL: parsed.data.baseURL, missing }),
  }
}

function whyUnavailable({
  apiKey,
  baseURL,
  missing,
}: Pick<OpenAIJudgeOptions, 'apiKey' | 'baseURL'> & { missing: string[] }): string | undefined {
  if (missing.length > 0) {
    return `header ${missing.join(', ')} has no value: set the variable of the environment that it is read from`
  }
  if (apiKey !== undefined || baseURL !== undefined) return undefined
  return 'OPENAI_API_KEY is not set: set it in the environment, pass apiKey, or pass the baseURL of a server that needs no key'
}

/** An empty variable of the environment counts as one that is not set. */
function filled(variable: string | undefined): string | undefined {
  return variable?.trim() === '' ? undefined : variable?.trim()
}

function complaint(issue: z.core.$ZodIssue, options: unknown): string {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(optionsSchema.shape).join(', ')
    return `openAIJudge: unknown option ${issue.keys.join(', ')}: the options are ${known}`
  }
  const [option] = issue.path
  if (option === undefined) return `openAIJudge: expected an object of options, e.g. { model: 'gpt-4.1-mini' }`
  const given: unknown = (options as Record<PropertyKey, unknown>)[option]
  const got =
    option === 'apiKey' || option === 'env' || option === 'headers'
      ? `a ${typeof given}`
      : excerpt(given === undefined ? 'nothing' : JSON.stringify(given))
  return `openAIJudge: option ${String(option)}: expected ${issue.message}, got ${got}`
}
