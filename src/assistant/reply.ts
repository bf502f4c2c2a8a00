/** What an assistant answered, and what it took. Made by {@link defineAssistant}; every matcher takes one. */
export interface Reply {
  text: string
  /** The message that it answers. */
  input: string
  /** Milliseconds on a monotonic clock, from the call to the last token. Absent where the reply is a recorded one. */
  durationMs?: number
  /** Milliseconds to the first non-empty chunk, where the assistant streams. */
  firstTokenMs?: number
  /** The intent that the assistant itself recognised: compared in code, no judge is asked. */
  intent?: string
  /** The entities that the assistant itself extracted: compared in code, no judge is asked. */
  entities?: Record<string, unknown>
  toolCalls?: ToolCall[]
  usage?: ReplyUsage
  /** The context that the assistant was called with. */
  context?: Record<string, unknown>
  /** The assistant was not called: this is what it answered when it was recorded. */
  replayed?: true
}

/** Several turns with an assistant, as one reply. Made by `defineConversation`. */
export interface Conversation extends Reply {
  turns: ConversationTurn[]
}

/** One message of a conversation, and what the assistant answered. */
export interface ConversationTurn {
  message: string
  reply: Reply
}

export interface ToolCall {
  name: string
  arguments?: unknown
}

/** The assistant's own cost, kept apart from the judge's. */
export interface ReplyUsage {
  inputTokens?: number
  outputTokens?: number
  /** US dollars. Where it is left out, it is worked out from tokens and model, if the model's price is known. */
  costUsd?: number
  /** The model that was paid for: `gpt-4.1-mini`, `openai/gpt-4.1-mini-2025-04-14`. */
  model?: string
}
