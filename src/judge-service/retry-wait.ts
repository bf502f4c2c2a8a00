import { JudgeError } from '../judges/judge-error.js'

/** How often a call was asked again so far, and why. */
export interface Retries {
  /** After a lost connection, a timeout, an error of the server. */
  failures: number
  /** After "too many requests". */
  rateLimits: number
}

export interface RetryWait {
  kind: 'failure' | 'rate limit'
  ms: number
}

/** A provider that says "too many" so often in a row does not mean "in a moment". */
const RATE_LIMITS_AT_MOST = 6
/** One that wants a longer pause than this has a quota of a day or a month, and nobody waits for that in a test run. */
const PAUSE_AT_MOST_MS = 120_000
const FIRST_WAIT_MS = 500
const WAIT_AT_MOST_MS = 8_000

/**
 * How long to wait before a failed call is made again; `undefined` where it should not be.
 *
 * Exponential backoff, 0.5 s doubled each time up to 8 s, of which a random part between half and all is waited, so that calls that failed
 * together do not come again together. Where the provider says how long to wait, that is waited.
 *
 * @param maxRetries of failures; "too many requests" are counted apart, since they say that waiting helps
 * @param random 0..1
 */
export function retryWait(
  error: unknown,
  retries: Retries,
  { maxRetries, random }: { maxRetries: number; random: () => number },
): RetryWait | undefined {
  if (!(error instanceof JudgeError)) return undefined
  const { reason, retryAfterMs } = error
  if (reason === 'rate_limit') {
    const ms = retryAfterMs ?? backoff(retries.rateLimits, random)
    if (maxRetries === 0 || retries.rateLimits >= RATE_LIMITS_AT_MOST || ms > PAUSE_AT_MOST_MS) return undefined
    return { kind: 'rate limit', ms }
  }
  if (reason !== 'connection' && reason !== 'timeout' && reason !== 'server') return undefined
  if (retries.failures >= maxRetries) return undefined
  return { kind: 'failure', ms: Math.min(retryAfterMs ?? backoff(retries.failures, random), PAUSE_AT_MOST_MS) }
}

function backoff(times: number, random: () => number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** times, WAIT_AT_MOST_MS) * (0.5 + random() / 2)
}
