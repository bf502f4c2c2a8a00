import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions'
import { askModel } from './ask-model.js'
import { BrokenBody } from './broken-body.js'
import { cancellable } from './cancellable.js'
import type { ChatClient } from './chat-client.js'
import type { FailedCall } from './describe-judge-error.js'
import { drawNonce } from './draw-nonce.js'
import type { Judge, JudgeCallOptions, Judgement, JudgementRequest } from './judge.js'
import { JudgeError } from './judge-error.js'
import { judgeFingerprint } from './judge-fingerprint.js'
import { nothingToJudge } from './nothing-to-judge.js'
import { resolveOpenAIJudgeOptions, type OpenAIJudgeOptions, type OpenAIJudgeSettings } from './openai-judge-options.js'
import { promptTexts } from './prompts/prompt-texts.js'
import type { Prompt } from './prompts/prompt.js'
import { noCompletion, readCompletion } from './read-completion.js'
import { UnusableAnswer } from './unusable-answer.js'
import { withTemperature } from './with-temperature.js'

/**
 * A judge behind OpenAI's chat completions, or any server that speaks them (Ollama, vLLM): structured output by JSON schema, the
 * rationale before the score, the texts under judgement as delimited data.
 *
 * One judgement is one call; an unusable answer is asked for once more. Values are 0..1: intent by grade (1, 0.8, 0.6, 0.4, 0),
 * quality `(x − 1) / 4` of 1 to 5 or the weighted mean of its criteria, entities by recall or F1, preference 1, 0.5 or 0 for the first reply, a
 * criterion 1, 0.5 or 0.
 *
 * Without a key, and without a `baseURL` of its own, the judge is made all the same and says so in `unavailable`.
 * The SDK is loaded at the first judgement. Judgements reject with a {@link JudgeError} that names the remedy, or
 * with the signal's reason when cancelled.
 *
 * @throws TypeError for an unknown or wrong option
 * @example
 * openAIJudge({ model: 'gpt-4.1-mini' })
 * openAIJudge({ model: 'llama3.1:8b', baseURL: 'http://localhost:11434/v1' })
 */
export function openAIJudge(options: OpenAIJudgeOptions, { nonce = drawNonce }: { nonce?: () => string } = {}): Judge {
  const settings = resolveOpenAIJudgeOptions(options)
  const { name, unavailable } = settings
  const failedCall = describable(settings)
  const tempered = withTemperature(settings.temperature)
  let client: Promise<ChatClient> | undefined
  let fingerprint: string | undefined

  async function complete(prompt: Prompt, { cancellation, trial = 0, maxRetries }: AskOptions): Promise<unknown> {
    const { chat } = await (client ??= connect(settings))
    const body: ChatCompletionCreateParamsNonStreaming = {
      model: settings.model,
      messages: prompt.messages,
      response_format: {
        type: 'json_schema',
        json_schema: { name: prompt.schemaName, strict: true, schema: prompt.jsonSchema },
      },
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- by OpenAI; Ollama and vLLM know nothing better
      ...(settings.seed !== undefined && { seed: settings.seed + trial }),
    }
    // Our client asks of it what any signal can: whether it is aborted, and to be told.
    const callOptions = { signal: cancellation as AbortSignal, ...(maxRetries !== undefined && { maxRetries }) }
    return tempered((temperature) =>
      chat.completions.create({ ...body, ...(temperature !== undefined && { temperature }) }, callOptions),
    )
  }

  function ask(request: JudgementRequest, callOptions: AskOptions): Promise<Judgement> {
    return askModel(request, {
      nonce,
      complete: async (prompt) => readCompletion(await complete(prompt, callOptions).catch(unreadable)),
      failedCall: { ...failedCall, maxRetries: callOptions.maxRetries ?? failedCall.maxRetries },
    })
  }

  return {
    name,
    kind: 'llm',
    get fingerprint() {
      return (fingerprint ??= fingerprintOf(settings))
    },
    model: settings.model,
    maxRetries: settings.maxRetries,
    ...(settings.price !== undefined && { price: settings.price }),
    ...(unavailable !== undefined && { unavailable }),
    async warmUp() {
      fingerprint ??= fingerprintOf(settings)
      if (unavailable !== undefined) return
      await (await (client ??= connect(settings))).prepare()
    },
    async judge(request, callOptions = {}) {
      if (unavailable !== undefined) throw new JudgeError(`judge ${name}: ${unavailable}`, { reason: 'unavailable' })
      const declined = nothingToJudge(request)
      if (declined !== undefined) return { value: null, rationale: declined, declined }
      const { trial, maxRetries, cancellation = callOptions.signal } = callOptions
      return cancellable(cancellation, () => ask(request, { cancellation, trial, maxRetries }))
    },
  }
}

/** Of {@link JudgeCallOptions}, what is read here: the signal itself is not, which would make one. */
type AskOptions = Pick<JudgeCallOptions, 'cancellation' | 'trial' | 'maxRetries'>

/** Given all that the SDK would else read from the environment by itself, except OPENAI_CUSTOM_HEADERS, which has no other way in. */
async function connect(settings: OpenAIJudgeSettings): Promise<ChatClient> {
  const { ChatClient } = await import('./chat-client.js')
  const { apiKey, baseURL, headers, organization, project, timeoutMs, maxRetries } = settings
  return new ChatClient({
    apiKey: apiKey ?? 'none',
    adminAPIKey: null,
    baseURL: addressOf(baseURL),
    defaultQuery: Object.fromEntries(baseURL.searchParams),
    organization,
    project,
    timeout: timeoutMs,
    maxRetries,
    logLevel: 'off',
    defaultHeaders: {
      ...(apiKey === undefined && { authorization: baseURL.username === '' ? null : basic(baseURL) }),
      ...headers,
    },
  })
}

/** Everything that could change a judgement; not the port, which a local server draws anew each time. */
function fingerprintOf({ model, baseURL, temperature, seed }: OpenAIJudgeSettings): string {
  const path = baseURL.pathname.replace(/\/+$/, '')
  return judgeFingerprint({ model, host: baseURL.hostname, path, temperature, seed, prompts: promptTexts() })
}

function describable({
  name,
  model,
  apiKey,
  baseURL,
  headers,
  timeoutMs,
  maxRetries,
}: OpenAIJudgeSettings): FailedCall {
  // Of `Bearer …` a server repeats the second word alone.
  const values = Object.values(headers).flatMap((value) => [value, ...value.split(' ').slice(1)])
  const secrets = [apiKey, decodeURIComponent(baseURL.password), baseURL.password, ...values].filter(
    (secret) => secret !== undefined,
  )
  return {
    judge: name,
    model,
    key: 'OPENAI_API_KEY (or apiKey)',
    address: addressOf(baseURL),
    timeoutMs,
    maxRetries,
    secrets: secrets.filter((secret) => secret !== ''),
  }
}

function addressOf(baseURL: URL): string {
  return `${baseURL.origin}${baseURL.pathname.replace(/\/+$/, '')}`
}

function basic({ username, password }: URL): string {
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return `Basic ${Buffer.from(credentials).toString('base64')}`
}

function unreadable(error: unknown): never {
  if (error instanceof BrokenBody) throw new UnusableAnswer({ ...noCompletion, got: 'broken JSON', text: error.body })
  throw error
}
