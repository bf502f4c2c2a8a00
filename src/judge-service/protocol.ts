import type { Judgement, JudgementRequest } from '../judges/judge.js'
import type { JudgeIdentity } from '../evaluation/record-schema.js'
import type { Json } from '../text/json.js'

/** Where the judge service listens, and what proves that a worker belongs to this run. Travels by `provide`, never by file. */
export interface ServiceAddress {
  /** A Unix socket, or a Windows named pipe. */
  path: string
  secret: string
}

/** Worker → service. The first message is `hello`; anything before it closes the connection. */
export type ClientMessage =
  | { type: 'hello'; secret: string; project: string; testFile?: string }
  | { type: 'judge'; id: number; judge?: string; trial: number; request: JudgementRequest }
  | { type: 'cancel'; id: number }
  /** A recorded reply of an assistant. */
  | { type: 'recall'; id: number; call: AssistantQuestion }
  /** The assistant has answered: keep it. */
  | { type: 'keep'; call: AssistantQuestion; answer: RecordedAnswer }
  /** The test file has read a dataset: rerun it when the dataset changes. */
  | { type: 'watch'; path: string; testFile: string }

/** Service → worker. */
export type ServiceMessage =
  | ({ type: 'judged'; id: number } & JudgeAnswer)
  /** `judge` is missing where no judge was asked. */
  | { type: 'failed'; id: number; message: string; judge?: JudgeIdentity }
  /** The question begins to wait for its turn, or goes on. Not sent where it need not wait. */
  | { type: 'waiting'; id: number; isWaiting: boolean }
  | { type: 'recalled'; id: number; recall: Recall }

/** A judgement, and who gave it. */
export interface JudgeAnswer {
  judgement: Judgement
  judge: JudgeIdentity
  /** Hash of what the project's options knew of the intent, and so of what was judged besides the request. */
  known?: string
  /** Absent where the judge was asked. `nobody`: it is not recorded, and there was nobody to ask. */
  served?: 'cassette' | 'nobody'
}

/** A call of an assistant whose replies are recorded: everything that its answer may depend on. Plain JSON. */
export interface AssistantQuestion {
  version: string | number
  message: string
  history: Json
  context: Json
  /** Which of k repeated trials, from 0. */
  trial: number
  /** How often the same was asked before in this trial. */
  nth: number
}

/** What an assistant answered, without what it took. Plain JSON. */
export interface RecordedAnswer {
  text: string
  intent?: string
  entities?: Record<string, Json>
  toolCalls?: { name: string; arguments?: Json }[]
  usage?: { inputTokens?: number; outputTokens?: number; costUsd?: number; model?: string }
}

/** `ask`: it is not recorded, and the assistant should be asked. `missing`: it should not be. */
export type Recall = { answer: RecordedAnswer } | { answer: null; then: 'ask' | 'missing' }
