import { z } from 'zod'
import { excerpt } from './excerpt.js'
import type { JudgeUsage } from './judge.js'
import type { Prompt, Score } from './prompts/prompt.js'
import { repeatedKey } from './repeated-key.js'
import { UnusableAnswer } from './unusable-answer.js'

/**
 * A chat completion as far as it is read. Servers differ in what they leave out or set to null. Looked at by hand: this is done for
 * every judgement, and a schema took 0.03 ms for it.
 */
interface ChatCompletion {
  model?: string | null
  choices: [ChatChoice, ...ChatChoice[]]
  usage?: unknown
}

interface ChatChoice {
  finish_reason?: string | null
  message: { content?: string | null; refusal?: string | null }
}

export interface Completion {
  choice: ChatChoice
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
  if (!isChatCompletion(body)) {
    throw new UnusableAnswer({ ...noCompletion, got: 'something else', text: asText(body) })
  }
  const completion: Completion = { choice: body.choices[0] }
  const usage = usageOf(body.usage)
  if (usage !== undefined) completion.usage = usage
  if (body.model) completion.servedModel = body.model
  return completion
}

function isChatCompletion(body: unknown): body is ChatCompletion {
  if (!isObject(body) || !isText(body.model)) return false
  const { choices } = body
  return Array.isArray(choices) && choices.length > 0 && choices.every(isChatChoice)
}

function isChatChoice(choice: unknown): choice is ChatChoice {
  if (!isObject(choice) || !isText(choice.finish_reason)) return false
  const { message } = choice
  return isObject(message) && isText(message.content) && isText(message.refusal)
}

/** What it took, where the server says so in a way that can be reckoned with. */
function usageOf(usage: unknown): JudgeUsage | undefined {
  if (!isObject(usage)) return undefined
  const { prompt_tokens: inputTokens, completion_tokens: outputTokens } = usage
  return isCount(inputTokens) && isCount(outputTokens) ? { inputTokens, outputTokens } : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isText(value: unknown): value is string | null | undefined {
  return typeof value === 'string' || value === null || value === undefined
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value)
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
  const repeated = repeatedKey(text, answer)
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
