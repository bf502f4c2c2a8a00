import { performance } from 'node:perf_hooks'
import { currentTrial } from '../worker/test-scope.js'
import { recorded } from './recorded.js'
import type { Reply, ReplyUsage, ToolCall } from './reply.js'
import { toReplyRecord } from './reply-record.js'

// Taken before any test file runs: under fake timers the clock would stand still.
const now = performance.now.bind(performance)

/** One earlier message of a conversation. */
export interface HistoryMessage {
  role: 'user' | 'assistant' | 'system'
  content: string
}

/** What an assistant is called with. History and context are copies of its own: nothing leaks from one call to the next. */
export interface AssistantCall {
  message: string
  history: HistoryMessage[]
  context: Record<string, unknown>
  /** Aborted when the test times out or is cancelled. */
  signal: AbortSignal | undefined
}

/** What an assistant returns, besides a bare string: any of these may be left out but the text. */
export interface AssistantAnswer {
  text: string
  intent?: string
  entities?: Record<string, unknown>
  toolCalls?: ToolCall[]
  usage?: ReplyUsage
}

/** One piece of a streamed answer: text to append, and whatever else is known by then. */
export type AssistantChunk = string | Partial<AssistantAnswer>

export type AssistantResult = string | AssistantAnswer | AsyncIterable<AssistantChunk>

export type AssistantFunction = (call: AssistantCall) => AssistantResult | Promise<AssistantResult>

export interface AskOptions {
  history?: HistoryMessage[]
  context?: Record<string, unknown>
}

export interface AssistantOptions {
  /**
   * Record replies beside the baselines, and replay them: `snapshots/<test file>.replies.jsonl`, see `judge({ cassette })`. Default false.
   * A replayed reply has no duration.
   */
  record?: boolean
  /** Stands for everything that the reply depends on besides the call: code, prompts, model. Another version is asked anew. */
  version?: string | number
}

/** Asks the assistant, and times it. */
export type Assistant = (message: string, options?: AskOptions) => Promise<Reply>

/**
 * Makes an assistant testable: `ask(message)` gives its reply with the duration on a monotonic clock, and the time to the
 * first token where it streams. An error that the assistant throws is recorded as an error, and thrown on.
 *
 * @param assistant may be asynchronous, and may stream
 * @throws {TypeError} on `record` without a `version`
 * @example
 * const ask = defineAssistant(async ({ message, history, context }) => answer(message, { history, context }))
 * const reply = await ask('Where is my order 12345?')
 */
export function defineAssistant(assistant: AssistantFunction, options: AssistantOptions = {}): Assistant {
  const version = recordedVersion(options)
  return async (message, { history, context } = {}) => {
    const trial = currentTrial()
    if (typeof message !== 'string') throw new TypeError(`ask(message): expected a string, got ${typeof message}`)
    const call: AssistantCall = {
      message,
      history: history === undefined ? [] : copy(history, 'history'),
      context: context === undefined ? {} : copy(context, 'context'),
      signal: trial?.signal,
    }
    const answer = await (
      version === undefined ? timed(assistant, call) : recorded({ version, call, trial }, () => timed(assistant, call))
    ).catch((error: unknown) => {
      trial?.errors.push({ stage: 'assistant', message: describe(error) })
      throw error
    })
    const reply: Reply = {
      ...answer,
      input: message,
      ...(context !== undefined && { context: copy(context, 'context') }),
    }
    trial?.indexOf(reply, () => toReplyRecord(reply))
    return reply
  }
}

function recordedVersion({ record = false, version }: AssistantOptions): string | number | undefined {
  if (!record) return undefined
  if ((typeof version === 'string' && version !== '') || typeof version === 'number') return version
  throw new TypeError(
    'defineAssistant: expected a "version" (a string or a number) with "record", got none: ' +
      "a recorded reply is replayed until the version changes, so change it with the assistant's code, prompts or model",
  )
}

async function timed(assistant: AssistantFunction, call: AssistantCall): Promise<Answer> {
  const start = now()
  const answer = await receiveFrom(assistant, call, start)
  return { ...answer, durationMs: now() - start }
}

/** An answer with what it took. */
export type Answer = AssistantAnswer & Pick<Reply, 'firstTokenMs' | 'durationMs' | 'replayed'>

async function receiveFrom(assistant: AssistantFunction, call: AssistantCall, start: number): Promise<Answer> {
  const result = await assistant(call)
  if (typeof result === 'string') return { text: result }
  if (isStream(result)) return drain(result, start)
  // The assistant may be JavaScript: what its type promises is not always what comes.
  const answer = result as Partial<AssistantAnswer> | null | undefined
  if (typeof answer?.text !== 'string') {
    throw new TypeError(
      `the assistant returned ${answer === null ? 'null' : typeof answer} without a text: expected a string, { text, … }, or an async iterable of them`,
    )
  }
  const { text, intent, entities, toolCalls, usage } = answer as AssistantAnswer
  return withoutUndefined({ text, intent, entities, toolCalls, usage })
}

async function drain(stream: AsyncIterable<AssistantChunk>, start: number): Promise<Answer> {
  let text = ''
  let rest: Partial<AssistantAnswer> = {}
  let firstTokenMs: number | undefined
  for await (const chunk of stream) {
    const { text: piece = '', ...more } = typeof chunk === 'string' ? { text: chunk } : chunk
    if (piece !== '') firstTokenMs ??= now() - start
    text += piece
    rest = { ...rest, ...more }
  }
  const { intent, entities, toolCalls, usage } = rest
  return withoutUndefined({ text, intent, entities, toolCalls, usage, firstTokenMs })
}

function isStream(value: unknown): value is AsyncIterable<AssistantChunk> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}

function copy<T>(value: T, what: string): T {
  try {
    return structuredClone(value)
  } catch {
    throw new TypeError(
      `ask(…, { ${what} }) must be plain data, so that each call can have its own: leave functions out of it`,
    )
  }
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
