import type { Judgement, JudgementRequest } from '../judges/judge.js'
import type { JudgeIdentity } from '../evaluation/record-schema.js'

/** Where the judge service listens, and what proves that a worker belongs to this run. Travels by `provide`, never by file. */
export interface ServiceAddress {
  /** A Unix socket, or a Windows named pipe. */
  path: string
  secret: string
}

/** Worker → service. The first message is `hello`; anything before it closes the connection. */
export type ClientMessage =
  | { type: 'hello'; secret: string; project: string }
  | { type: 'judge'; id: number; judge?: string; trial: number; request: JudgementRequest }
  | { type: 'cancel'; id: number }
  /** The test file has read a dataset: rerun it when the dataset changes. */
  | { type: 'watch'; path: string; testFile: string }

/** Service → worker. */
export type ServiceMessage =
  ({ type: 'judged'; id: number } & JudgeAnswer) | { type: 'failed'; id: number; message: string; judge: JudgeIdentity }

/** A judgement, and who gave it. */
export interface JudgeAnswer {
  judgement: Judgement
  judge: JudgeIdentity
  /** Hash of what the project's options knew of the intent, and so of what was judged besides the request. */
  known?: string
}
