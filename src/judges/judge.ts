import type { CancelSignal } from './cancellation.js'

/**
 * What stands behind every matcher: something that reads a reply and says how good it is.
 * Implementations live in the main process only; workers ask through the judge service.
 */
export interface Judge {
  /** Shown wherever a judgement is: `openai/gpt-4.1-mini`, `local/embedded@1`. */
  readonly name: string
  readonly kind: 'llm' | 'local' | 'custom'
  /** Changes whenever anything that could change a judgement changes: model, prompt, sampling, version. */
  readonly fingerprint: string
  /** Set by a judge that cannot work here, e.g. because its API key is missing: what is missing, and how to give it. */
  readonly unavailable?: string
  /** How often whoever calls may ask again after a failure that passes by itself (see {@link JudgeErrorReason}). Default 0. */
  readonly maxRetries?: number
  /** Whose list price is reckoned with, where `price` is not given. */
  readonly model?: string
  /** What its model costs, where the user says so. */
  readonly price?: ModelPrice
  /** Of a judge that only asks others: whom. Their calls are limited and paid for, and not the call to itself. */
  readonly members?: readonly Judge[]
  /** `false`: it is asked anew in every run, and never recorded. Default true, but for local judges. */
  readonly isRecorded?: boolean
  judge(request: JudgementRequest, options?: JudgeCallOptions): Promise<Judgement>
  /** Loads what the first judgement will need, without asking anybody. Called while the tests are still starting. */
  warmUp?(): Promise<void>
}

export interface JudgeCallOptions {
  signal?: AbortSignal
  /** The same as `signal`, for less: the judge service gives both, and makes the signal only where it is read. */
  cancellation?: CancelSignal
  /** Which of k repeated trials of one case this is, from 0. */
  trial?: number
  /** How often the judge may ask its provider again by itself, instead of its own setting. */
  maxRetries?: number
  /** How a judge with members asks them. Default: it calls them itself. */
  ask?: (member: Judge, request: JudgementRequest) => Promise<Judgement>
}

/** US dollars for a million tokens. */
export interface ModelPrice {
  inputPerMillion: number
  outputPerMillion: number
}

/** What is to be judged, discriminated by `metric`. Plain JSON: it crosses a socket and is hashed. */
export type JudgementRequest =
  | IntentRequest
  | EntitiesRequest
  | QualityRequest
  | PreferenceRequest
  | CriterionRequest
  | FaithfulnessRequest
  | AgreementRequest
  | SimilarityRequest
  | RefusalRequest

export interface IntentRequest {
  metric: 'intent'
  input: string
  reply: string
  /** The label: `order_support`, `OrderSupport` and `order-support` are all two words. */
  intent: string
  description?: string
  examples?: string[]
  /** The labels to choose among. */
  alternatives?: string[]
}

export interface EntitiesRequest {
  metric: 'entities'
  input: string
  reply: string
  expected: Record<string, unknown>
  /** What the assistant itself returned; compared instead of the reply's text. */
  extracted?: Record<string, unknown>
  aliases?: Record<string, string[]>
  /** ISO date that relative dates count from. */
  referenceDate?: string
  /** Score F1 instead of recall. Default false. */
  exact?: boolean
}

export interface QualityRequest {
  metric: 'quality'
  input: string
  reply: string
  rubric?: Rubric
  reference?: string
  context?: string
}

export interface PreferenceRequest {
  metric: 'preference'
  input: string
  replies: [string, string]
  rubric?: Rubric
}

export interface CriterionRequest {
  metric: 'criterion'
  input?: string
  reply: string
  criterion: string
  context?: string
  /** The same in code: the local judge scores by it alone. */
  check?: Check
}

/** Does the context support what the reply claims? */
export interface FaithfulnessRequest {
  metric: 'faithfulness'
  input: string
  reply: string
  /** Passages that the assistant could know; there is at least one. */
  context: string[]
}

/** Does the reply state the facts of an answer known to be right, and contradict none of them? */
export interface AgreementRequest {
  metric: 'agreement'
  input: string
  reply: string
  reference: string
}

/** How near is the reply's meaning to that of a text? */
export interface SimilarityRequest {
  metric: 'similarity'
  input: string
  reply: string
  text: string
}

/** Does the reply decline what the message asks for? 1 is a full refusal, 0.5 a partial one, 0 none. */
export interface RefusalRequest {
  metric: 'refusal'
  input: string
  reply: string
}

export type Metric = JudgementRequest['metric']

/** Prose for an LLM, or weighted criteria that both judges can score. */
export type Rubric = string | { criteria: Criterion[] }

export interface Criterion {
  /** What a person would read, and what the LLM judge is asked. */
  text: string
  /** Relative weight, > 0. Default 1. */
  weight?: number
  /** The same in code: the local judge scores by it alone. */
  check?: Check
}

/** A regular expression as JSON. In TypeScript a `RegExp` may stand in its place. */
export interface PatternSource {
  source: string
  flags?: string
}

/**
 * A criterion in code. Strings are compared as whole words, without case; a `RegExp` or `{ source, flags }` is searched for.
 *
 * @example
 * { mentions: '12345' }                     // every one of them, if a list
 * { avoids: [/\btomorrow\b/i, 'guarantee'] } // none of them
 * { matches: /^Dear / }
 * { maxWords: 80 }
 * { minWords: 3 }
 * { language: 'de' }                        // ISO 639-1
 * { answers: 'Returns are free for 30 days.' } // says what the reference says
 * { intent: 'refund_request' }
 * { entities: { order_id: ['12345'] } }
 */
export type Check =
  | { mentions: string | string[] }
  | { avoids: TextPattern | TextPattern[] }
  | { matches: PatternSource | RegExp }
  | { maxWords: number }
  | { minWords: number }
  | { language: string }
  | { answers: string }
  | { intent: string; description?: string; examples?: string[] }
  | { entities: Record<string, unknown> }

export type TextPattern = string | RegExp | PatternSource

export interface Judgement {
  /** 0..1; `null` is declined: counted, shown as n/a, never a pass and never averaged. */
  value: number | null
  /** Written before the score. */
  rationale: string
  /** Why `value` is null, and what would let the judge judge. */
  declined?: string
  usage?: JudgeUsage
  /** The model that the provider says has answered. */
  servedModel?: string
}

export interface JudgeUsage {
  inputTokens: number
  outputTokens: number
  costUsd?: number
}
