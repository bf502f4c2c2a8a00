import { z } from 'zod'
import { excerpt } from './excerpt.js'
import type { JudgeUsage } from './judge.js'
import type { Prompt, Score } from './prompts/prompt.js'
import { repeatedKey } from './repeated-key.js'
import { UnusableAnswer } from './unusable-answer.js'

/** A chat completion as far as it is read. Servers differ in what they leave out or set to null. */
const completionSchema = z.object({
  model: z.string().nullish(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z
    .object({ prompt_tokens: z.number().nonnegative(), completion_tokens: z.number().nonnegative() })
    .nullish()
    .catch(undefined),
})

export interface Completion {
  choice: z.infer<typeof completionSchema>['choices'][number]
  usage?: JudgeUsage
  /** The model that the server says has answered. */
  servedModel?: string
}

/** What is wrong with a body that is no chat completion. */
export const noCompletion = {
  expected: 'a chat completion as JSON',
  remedy: 'check that baseURL ends where /chat/completions begins, often in /v1',
}

/**
 * What a server sent as a chat completion, checked.
 *
 * @throws UnusableAnswer
 */
export function readCompletion(body: unknown): Completion {
  const parsed = completionSchema.safeParse(body)
  const choice = parsed.data?.choices[0]
  if (!parsed.success || choice === undefined) {
    throw new UnusableAnswer({ ...noCompletion, got: 'something else', text: asText(body) })
  }
  const { model, usage } = parsed.data
  return {
    choice,
    ...(usage && { usage: { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens } }),
    ...(model && { servedModel: model }),
  }
}

/**
 * The score within a completion. Nothing is repaired: an answer that is not exactly what was asked for is no answer.
 *
 * @throws UnusableAnswer
 */
export function readScore({ choice }: Completion, prompt: Prompt): Score {
  const { refusal } = choice.message
  const text = choice.message.content ?? ''
  if (refusal) throw new UnusableAnswer({ ...noJudgement, got: 'a refusal', text: refusal })
  if (choice.finish_reason === 'content_filter') {
    throw new UnusableAnswer({ ...noJudgement, got: 'the stop of a content filter' })
  }
  if (choice.finish_reason === 'length') throw new UnusableAnswer({ ...cutShort, text })
  const misshapen = {
    expected: `JSON in the schema ${prompt.schemaName}`,
    remedy: 'use a model and a server that support structured output (response_format json_schema)',
    text,
  }
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch {
    throw new UnusableAnswer({ ...misshapen, got: text === '' ? 'nothing' : 'no JSON' })
  }
  const repeated = repeatedKey(text)
  if (repeated !== undefined) {
    throw new UnusableAnswer({ ...misshapen, got: `JSON that repeats ${excerpt(JSON.stringify(repeated))}` })
  }
  try {
    return prompt.read(answer)
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    throw new UnusableAnswer({ ...misshapen, got: `other JSON (${firstIssue(error)})` })
  }
}

const noJudgement = { expected: 'a judgement', remedy: 'look at the texts of this case, or ask another model' }

const cutShort = {
  expected: 'a complete answer',
  got: 'one cut at a token limit',
  remedy: 'raise the limit of the server, or use a model that reasons less',
}

function firstIssue({ issues }: z.ZodError): string {
  const [issue] = issues
  return excerpt([...(issue?.path ?? []).map(String), issue?.message ?? ''].join(': '))
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '')
}
