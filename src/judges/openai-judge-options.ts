import { z } from 'zod'
import {
  modelOptionsShape,
  modelSettings,
  readOptions,
  type ModelOptions,
  type ModelSettings,
} from './model-options.js'

export interface OpenAIJudgeOptions extends ModelOptions {
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
  /** Shown instead of `openai/<model>`. */
  name?: string
  /** Default `process.env`; read once, when the judge is made. */
  env?: Record<string, string | undefined>
}

/** Every option with its default filled in. The key is in here: never print it. */
export interface OpenAIJudgeSettings extends ModelSettings {
  model: string
  name: string
  apiKey: string | undefined
  baseURL: URL
  /** Secrets like the key. */
  headers: Record<string, string>
  organization: string | null
  project: string | null
  /** What is missing for this judge to work. */
  unavailable: string | undefined
}

const openAI = 'https://api.openai.com/v1'

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
  ...modelOptionsShape,
  env: z.record(z.string(), z.string().optional(), 'an object like process.env').optional(),
})

/** @throws TypeError naming the option, what it should be and what it was */
export function resolveOpenAIJudgeOptions(options: OpenAIJudgeOptions): OpenAIJudgeSettings {
  const parsed = readOptions(options, {
    judge: 'openAIJudge',
    schema: optionsSchema,
    secrets: ['apiKey', 'headers', 'env'],
    example: "{ model: 'gpt-4.1-mini' }",
  })
  const { model, name = `openai/${model}`, env = process.env } = parsed
  const given = Object.entries(parsed.headers ?? {})
  const headers: Record<string, string> = {}
  for (const [header, value] of given) if (value !== undefined && value.trim() !== '') headers[header] = value
  const missing = given.map(([header]) => header).filter((header) => !(header in headers))
  const isKnownByHeader = given.some(([header]) => /^(?:api-key|authorization)$/i.test(header))
  const apiKey = parsed.apiKey ?? (isKnownByHeader ? undefined : filled(env.OPENAI_API_KEY))
  return {
    model,
    name,
    apiKey,
    baseURL: new URL(parsed.baseURL ?? filled(env.OPENAI_BASE_URL) ?? openAI),
    headers,
    organization: filled(env.OPENAI_ORG_ID) ?? null,
    project: filled(env.OPENAI_PROJECT_ID) ?? null,
    ...modelSettings(parsed),
    unavailable: whyUnavailable({ apiKey, baseURL: parsed.baseURL, missing }),
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
