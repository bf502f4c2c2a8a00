import type { JudgeUsage } from './judge.js'

/**
 * Why a judge could not judge. `connection`, `timeout`, `rate_limit` and `server` pass by themselves (an outage);
 * `unavailable`, `auth`, `model` and `request` stay until someone changes the configuration.
 */
export type JudgeErrorReason =
  | 'unavailable'
  | 'connection'
  | 'timeout'
  | 'cancelled'
  | 'auth'
  | 'model'
  | 'rate_limit'
  | 'server'
  | 'request'
  | 'malformed'

export interface JudgeErrorDetails {
  reason: JudgeErrorReason
  /** HTTP status of the last answer. */
  status?: number
  /** What the server asked to wait before the next call. */
  retryAfterMs?: number
  /** What the failed judgement cost all the same. */
  usage?: JudgeUsage
  cause?: unknown
}

const OUTAGES = new Set<JudgeErrorReason>(['connection', 'timeout', 'rate_limit', 'server'])

/** Whether a judge failed in a way that passes by itself. A wrong key or a wrong model will not: standing in for that would hide it. */
export function isOutage(error: unknown): boolean {
  return error instanceof JudgeError && OUTAGES.has(error.reason)
}

/** A judge was asked and gave no judgement. Its message says what was expected, what came, and what to do. */
export class JudgeError extends Error {
  override readonly name = 'JudgeError'
  readonly reason: JudgeErrorReason
  readonly status?: number
  readonly retryAfterMs?: number
  readonly usage?: JudgeUsage

  constructor(message: string, { reason, status, retryAfterMs, usage, cause }: JudgeErrorDetails) {
    super(message, cause === undefined ? undefined : { cause })
    this.reason = reason
    if (status !== undefined) this.status = status
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs
    if (usage !== undefined) this.usage = usage
  }
}
