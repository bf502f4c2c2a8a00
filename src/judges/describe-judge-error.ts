import { CallFailure } from './call-failure.js'
import { excerpt } from './excerpt.js'
import type { JudgeUsage } from './judge.js'
import { JudgeError, type JudgeErrorDetails } from './judge-error.js'
import { UnusableAnswer } from './unusable-answer.js'

export interface FailedCall {
  /** The judge's name. */
  judge: string
  model: string
  /** What to check when the key is refused. */
  key: string
  /** Where it was asked; no credentials. */
  address: string
  timeoutMs: number
  maxRetries: number
  /** Taken out of everything that a server said. */
  secrets: string[]
  /** What the call cost all the same. */
  usage?: JudgeUsage | undefined
}

/**
 * Makes one error of whatever went wrong with a call: what was expected, what came, what to do. An error of the SDK does not become
 * the cause, because it carries what the server said, and a server may repeat the key.
 */
export function describeJudgeError(error: unknown, call: FailedCall): JudgeError {
  const { expected, got, remedy, ...details } = diagnose(error, call)
  return new JudgeError(`judge ${call.judge}: expected ${expected}, got ${got}: ${remedy}`, {
    ...details,
    ...(call.usage && { usage: call.usage }),
  })
}

interface Diagnosis extends JudgeErrorDetails {
  expected: string
  got: string
  remedy: string
}

function diagnose(error: unknown, call: FailedCall): Diagnosis {
  if (error instanceof UnusableAnswer) return diagnoseAnswer(error, call)
  const status = statusOf(error)
  if (status !== undefined) return { ...diagnoseStatus(status, error, call), status }
  switch (kindOf(error)) {
    case 'timeout':
    case 'APIConnectionTimeoutError':
      return {
        reason: 'timeout',
        expected: `an answer from ${call.address} within ${call.timeoutMs} ms`,
        got: `none${attempts(call)}`,
        remedy: 'raise timeoutMs, or check the load of the server',
      }
    case 'connection':
    case 'APIConnectionError':
      return diagnoseConnection(error, call)
    case 'no key':
      return {
        reason: 'auth',
        expected: `an answer from ${call.address}`,
        got: said(error, call),
        remedy: `set ${call.key}`,
      }
    case 'other':
      return {
        reason: 'request',
        expected: `an answer from ${call.address}`,
        got: said(error, call),
        remedy: `check that the provider can ask "${call.model}" for structured output`,
      }
    default:
      return {
        reason: 'request',
        expected: `an answer from ${call.address}`,
        got: said(error, call),
        remedy: 'this is not known to happen; see the cause, and please report it',
        cause: error,
      }
  }
}

function diagnoseAnswer({ details }: UnusableAnswer, call: FailedCall): Diagnosis {
  const { expected, got, remedy, text = '' } = details
  return {
    reason: 'malformed',
    expected: `${expected} from ${call.address}`,
    got: text === '' ? `${got}, twice` : `${got}, twice (${show(text, call)})`,
    remedy,
  }
}

function diagnoseStatus(status: number, error: unknown, call: FailedCall): Diagnosis {
  const expected = `an answer from ${call.address}`
  const got = `${status} ${said(error, call)}`.trimEnd()
  if (status === 401 || status === 403) {
    return { reason: 'auth', expected, got, remedy: `check ${call.key}, and that it may use this model` }
  }
  if (status === 404) {
    return { reason: 'model', expected, got, remedy: `check the model name "${call.model}" and the path of baseURL` }
  }
  if (status === 429) {
    const retryAfterMs = retryAfter(error)
    return {
      reason: 'rate_limit',
      expected,
      got: `${got}${attempts(call)}`,
      remedy: 'ask less at once (limits.maxInFlight), wait, or check the quota of the account',
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    }
  }
  if (status >= 500 || status === 408 || status === 409) {
    return {
      reason: 'server',
      expected,
      got: `${got}${attempts(call)}`,
      remedy: 'run again later, or raise maxRetries',
    }
  }
  if (codeOf(error) === 'content_filter') {
    return {
      reason: 'request',
      expected,
      got,
      remedy: 'look at the texts of this case, or at the content filter of the deployment',
    }
  }
  if (status < 400) {
    return {
      reason: 'request',
      expected,
      got: `${status}, a redirect to ${show(headersOf(error)?.get('location') ?? 'nowhere', call)}`,
      remedy: 'set baseURL to where it leads, if that is right',
    }
  }
  return {
    reason: 'request',
    expected,
    got,
    remedy: `check that "${call.model}" supports structured output (response_format json_schema), and that the texts fit into its context`,
  }
}

function diagnoseConnection(error: unknown, call: FailedCall): Diagnosis {
  const cause = error instanceof Error ? error.cause : undefined
  return {
    reason: 'connection',
    expected: `an answer from ${call.address}`,
    got: `${said(cause, call)}${attempts(call)}`,
    remedy: connectionRemedies[String(codeOf(cause))] ?? 'check the network and baseURL',
  }
}

const unknownHost = 'check the host in baseURL, and the network'

/** By the `code` of Node's error. */
const connectionRemedies: Partial<Record<string, string>> = {
  ECONNREFUSED: 'start the server, or check baseURL',
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
  EPROTO: 'write http:// in baseURL if the server speaks no TLS, else check its TLS versions',
}

function attempts({ maxRetries }: FailedCall): string {
  return maxRetries > 0 ? ` (${maxRetries + 1} attempts)` : ''
}

/** The SDK puts the status before the message; it is shown apart. */
function said(error: unknown, call: FailedCall): string {
  const message = error instanceof Error ? error.message || String(codeOf(error)) : String(error)
  return show(message.replace(/^\d{3} /, ''), call)
}

/** Secrets first: cut short before, a part of one could stay. */
function show(text: string, { secrets }: FailedCall): string {
  return excerpt(secrets.reduce((clean, secret) => clean.replaceAll(secret, '***'), text))
}

function statusOf(error: unknown): number | undefined {
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  return typeof status === 'number' ? status : undefined
}

/** The SDK's errors all have the name `Error`; their classes do not. The SDK is not imported here, so there is no `instanceof`. */
function kindOf(error: unknown): string {
  if (error instanceof CallFailure) return error.kind
  return error instanceof Error ? error.constructor.name : ''
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function headersOf(error: unknown): Pick<Headers, 'get'> | undefined {
  return error instanceof Error && 'headers' in error ? (error.headers as Headers | undefined) : undefined
}

function retryAfter(error: unknown): number | undefined {
  const headers = headersOf(error)
  const milliseconds = Number.parseFloat(headers?.get('retry-after-ms') ?? '')
  if (Number.isFinite(milliseconds)) return milliseconds
  const given = headers?.get('retry-after')
  if (!given) return undefined
  const seconds = Number(given)
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(given) - Date.now()
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined
}
