import type { Assistant, HistoryMessage } from './define-assistant.js'
import { layOutTurns } from './lay-out-turns.js'
import type { Conversation, ConversationTurn, Reply } from './reply.js'

export interface ConversationOptions {
  /** What the assistant is called with at each turn. */
  context?: Record<string, unknown>
}

/** The user's next message, or what makes it of the replies so far; `undefined` ends the conversation. */
export type TurnScript = string | ((replies: readonly Reply[]) => string | undefined | Promise<string | undefined>)

/** Holds a conversation with the assistant, turn by turn. */
export type ScriptedConversation = (script: readonly TurnScript[]) => Promise<Conversation>

/**
 * Scripted conversations with an assistant: each message is asked with the turns before it as history, and each reply is recorded as any
 * other. The conversation is a reply by itself: its `input` has the user's messages, its `text` the assistant's replies, a
 * turn at each line that begins with `▸`, in the same order. Other lines are indented, so that no text can pose as a turn.
 *
 * `durationMs` is what all replies took together. It has no `intent` and `entities`: those of the turns are in `turns`.
 *
 * @throws {TypeError} on an empty script, on a turn that is no message, and where the first turn ends the conversation
 * @throws what the assistant throws
 * @example
 * const chat = defineConversation(ask)
 * const conversation = await chat(['Hello', 'Where is my order 12345?'])
 * await expect(conversation).toScoreAtLeast(4, { rubric: 'Does the assistant stay on the subject?' })
 * await expect(conversation.turns[1].reply).toHaveIntent('order_support')
 */
export function defineConversation(ask: Assistant, { context }: ConversationOptions = {}): ScriptedConversation {
  if (typeof ask !== 'function') {
    throw new TypeError(`defineConversation: expected an assistant of defineAssistant, got ${typeof ask}`)
  }
  return async (script) => {
    if (!Array.isArray(script) || script.length === 0) {
      throw new TypeError("chat(turns): expected a list of messages, such as ['Hello', 'Where is my order 12345?']")
    }
    const turns: ConversationTurn[] = []
    const history: HistoryMessage[] = []
    for (const [index, turn] of (script as readonly TurnScript[]).entries()) {
      const message = typeof turn === 'function' ? await turn(turns.map(({ reply }) => reply)) : turn
      if (message === undefined && typeof turn === 'function') break
      if (typeof message !== 'string') {
        throw new TypeError(
          `chat(turns): expected turn ${index + 1} as a message, or a function that returns one or undefined, got ${String(message)}`,
        )
      }
      const reply = await ask(message, { history, ...(context !== undefined && { context }) })
      turns.push({ message, reply })
      history.push({ role: 'user', content: message }, { role: 'assistant', content: reply.text })
    }
    if (turns.length === 0) {
      throw new TypeError('chat(turns): expected a message, got undefined at the first turn: nothing was said')
    }
    return conversationOf(turns)
  }
}

function conversationOf(turns: ConversationTurn[]): Conversation {
  const replies = turns.map(({ reply }) => reply)
  const conversation: Conversation = {
    text: layOutTurns(replies.map(({ text }) => text)),
    input: layOutTurns(turns.map(({ message }) => message)),
    turns,
  }
  // One recorded reply took no time, and the rest is not the whole.
  if (replies.some(({ replayed }) => replayed)) conversation.replayed = true
  else conversation.durationMs = replies.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0)
  const toolCalls = replies.flatMap((reply) => reply.toolCalls ?? [])
  if (toolCalls.length > 0) conversation.toolCalls = toolCalls
  const { context } = replies[0] ?? {}
  if (context !== undefined) conversation.context = context
  return conversation
}
