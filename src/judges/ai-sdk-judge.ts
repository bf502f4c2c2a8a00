import type * as AISDKModule from 'ai'
import { z } from 'zod'
import { aiSDKFailure } from './ai-sdk-failure.js'
import { askModel } from './ask-model.js'
import { CallFailure } from './call-failure.js'
import { cancellable } from './cancellable.js'
import type { FailedCall } from './describe-judge-error.js'
import { drawNonce } from './draw-nonce.js'
import { excerpt } from './excerpt.js'
import type { Judge, JudgeCallOptions, JudgeUsage } from './judge.js'
import { JudgeError } from './judge-error.js'
import { judgeFingerprint } from './judge-fingerprint.js'
import { modelOptionsShape, modelSettings, readOptions, type ModelOptions } from './model-options.js'
import { nothingToJudge } from './nothing-to-judge.js'
import { promptTexts } from './prompts/prompt-texts.js'
import type { Prompt } from './prompts/prompt.js'
import type { Completion } from './read-completion.js'
import { withTemperature } from './with-temperature.js'

/** A language model of the AI SDK, as far as it is looked at: `openai('gpt-4.1-mini')`. */
export interface AISDKModel {
  readonly specificationVersion: string
  /** `openai.chat` */
  readonly provider: string
  readonly modelId: string
}

export type AISDKJudgeOptions = ModelOptions

type AISDK = typeof AISDKModule

const optionsSchema = z.strictObject(modelOptionsShape)

/**
 * A judge over any language model of the Vercel AI SDK 6: the same questions, answers and values as `openAIJudge`, asked by
 * `generateText` with structured output. Key and address are the provider's.
 *
 * The package `ai` is loaded at the first judgement. In a run the judge service makes the retries; called without `maxRetries` the AI SDK
 * makes them, all within `timeoutMs`. Judgements reject with a {@link JudgeError} that names the remedy, or with the
 * signal's reason when cancelled.
 *
 * @throws TypeError for what is no model, and for an unknown or wrong option
 * @example
 * import { anthropic } from '@ai-sdk/anthropic'
 * aiSdkJudge(anthropic('claude-haiku-4-5'), { seed: 1 })
 */
export function aiSdkJudge(
  model: AISDKModel,
  options: AISDKJudgeOptions = {},
  { nonce = drawNonce, load = () => import('ai') }: { nonce?: () => string; load?: () => Promise<unknown> } = {},
): Judge {
  const { provider, modelId } = checkedModel(model)
  const given = readOptions(options, { judge: 'aiSdkJudge', schema: optionsSchema, example: '{ temperature: 0 }' })
  const { temperature, timeoutMs, maxRetries, price, seed } = modelSettings(given)
  const { name = `${provider.split('.')[0] ?? provider}/${modelId}` } = given
  const failedCall: FailedCall = {
    judge: name,
    model: modelId,
    key: `the key of ${provider}`,
    address: provider,
    timeoutMs,
    maxRetries,
    secrets: [],
  }
  const tempered = withTemperature(temperature)
  let sdk: Promise<AISDK> | undefined
  let fingerprint: string | undefined
  const fingerprintOf = () => judgeFingerprint({ provider, modelId, temperature, seed, prompts: promptTexts() })

  function loaded(): Promise<AISDK> {
    return (sdk ??= (load() as Promise<AISDK>).catch((error: unknown) => {
      throw new JudgeError(
        `judge ${name}: expected the package ai, version 6, got ${excerpt(String(error))}: npm install --save-dev ai@6`,
        { reason: 'unavailable' },
      )
    }))
  }

  async function complete(prompt: Prompt, { signal, trial = 0, maxRetries: retries = maxRetries }: JudgeCallOptions) {
    const { generateText, jsonSchema, Output } = await loaded()
    const [system, ...messages] = prompt.messages
    const call = async (sampling: number | undefined): Promise<Completion> => {
      const controller = new AbortController()
      const cancel = () => controller.abort(signal?.reason)
      signal?.addEventListener('abort', cancel, { once: true })
      const timer = setTimeout(() => controller.abort(new CallFailure('timeout', 'no answer in time')), timeoutMs)
      try {
        const generate = () =>
          generateText({
            model: model as Parameters<typeof generateText>[0]['model'],
            system: system?.content,
            messages: messages.map(({ content }) => ({ role: 'user', content })),
            output: Output.object({ name: prompt.schemaName, schema: jsonSchema(prompt.jsonSchema) }),
            ...(sampling !== undefined && { temperature: sampling }),
            ...(seed !== undefined && { seed: seed + trial }),
            maxRetries: retries,
            abortSignal: controller.signal,
          })
        return completionOf(await cancellable(controller.signal, generate))
      } catch (error) {
        // What could not be parsed is read by us, who say what is wrong with it.
        if (error instanceof Error && error.name === 'AI_NoObjectGeneratedError') {
          return completionOf(error as unknown as Generated)
        }
        throw aiSDKFailure(error)
      } finally {
        clearTimeout(timer)
        signal?.removeEventListener('abort', cancel)
      }
    }
    return tempered(call)
  }

  return {
    name,
    kind: 'llm',
    get fingerprint() {
      return (fingerprint ??= fingerprintOf())
    },
    model: modelId,
    maxRetries,
    ...(price !== undefined && { price }),
    async warmUp() {
      fingerprint ??= fingerprintOf()
      // A package that is missing is told by the judgement that needs it.
      await loaded().catch(() => undefined)
    },
    async judge(request, { signal, trial, maxRetries: retries = maxRetries } = {}) {
      const declined = nothingToJudge(request)
      if (declined !== undefined) return { value: null, rationale: declined, declined }
      await loaded()
      return cancellable(signal, () =>
        askModel(request, {
          nonce,
          complete: (prompt) => complete(prompt, { signal, trial, maxRetries: retries }),
          failedCall: { ...failedCall, maxRetries: retries },
        }),
      )
    },
  }
}

/** What `generateText` gives, and its error about an answer that it could not parse. */
interface Generated {
  text: string | undefined
  finishReason: string | undefined
  usage: { inputTokens: number | undefined; outputTokens: number | undefined } | undefined
  response: { modelId?: string } | undefined
}

function completionOf({ text, finishReason, usage, response }: Generated): Completion {
  return {
    choice: {
      finish_reason: finishReason === 'content-filter' ? 'content_filter' : finishReason,
      message: { content: text },
    },
    ...usageOf(usage),
    ...(response?.modelId && { servedModel: response.modelId }),
  }
}

function usageOf(usage: Generated['usage']): { usage?: JudgeUsage } {
  if (usage?.inputTokens === undefined || usage.outputTokens === undefined) return {}
  return { usage: { inputTokens: usage.inputTokens, outputTokens: usage.outputTokens } }
}

function checkedModel(model: unknown): AISDKModel {
  if (typeof model === 'object' && model !== null) {
    const { provider, modelId } = model as Record<string, unknown>
    if (typeof provider === 'string' && typeof modelId === 'string') return model as AISDKModel
  }
  const got = typeof model === 'string' ? JSON.stringify(excerpt(model)) : model === null ? 'null' : typeof model
  throw new TypeError(
    `aiSdkJudge: expected a language model of a provider of the AI SDK, got ${got}: write aiSdkJudge(openai('gpt-4.1-mini'))`,
  )
}
