import { CallFailure } from './call-failure.js'
import { noCompletion } from './read-completion.js'
import { UnusableAnswer } from './unusable-answer.js'

/** What errors of the AI SDK carry, each some of it. */
interface AISDKError extends Error {
  statusCode?: number
  responseHeaders?: Record<string, string>
  responseBody?: string
  /** Of a `RetryError`. */
  lastError?: unknown
  text?: string
}

/**
 * The same failure in our own words. Nothing of the AI SDK becomes a cause, since its errors carry what the server said. A server that
 * refuses a key may repeat it, and we do not know it, so its words are left out then.
 */
export function aiSDKFailure(error: unknown): Error {
  if (!(error instanceof Error)) return new CallFailure('other', String(error))
  if (error instanceof CallFailure || error instanceof UnusableAnswer) return error
  const { name, message, statusCode, responseHeaders, responseBody, lastError } = error as AISDKError
  // By name: a project may have several copies of the provider's package, each with classes of its own.
  switch (name) {
    case 'AI_RetryError':
      return aiSDKFailure(lastError)
    case 'AI_LoadAPIKeyError':
    case 'AI_LoadSettingError':
      return new CallFailure('no key', message)
    case 'AI_JSONParseError':
    case 'AI_TypeValidationError':
    case 'AI_InvalidResponseDataError':
    case 'AI_EmptyResponseBodyError':
      return unreadable((error as AISDKError).text)
    case 'AI_APICallError':
      if (statusCode === undefined) return connectionFailure(error)
      // A good status, and then a body that broke off, or one that is none.
      if (statusCode < 300) return isUnreadable(error.cause) ? unreadable(responseBody) : connectionFailure(error)
      return new CallFailure(
        'status',
        statusCode === 401 || statusCode === 403 ? '(its words may hold the key)' : message,
        {
          status: statusCode,
          headers: new Headers(responseHeaders),
        },
      )
    default:
      return new CallFailure('other', message)
  }
}

function isUnreadable(cause: unknown): boolean {
  return cause === undefined || (cause instanceof Error && /^AI_(?:JSONParse|TypeValidation)Error$/.test(cause.name))
}

function unreadable(text = ''): UnusableAnswer {
  return new UnusableAnswer({ ...noCompletion, got: 'something else', text })
}

/** The reason is the innermost cause: around it there is only "fetch failed". */
function connectionFailure(error: Error): CallFailure {
  let reason = error
  while (reason.cause instanceof Error) reason = reason.cause
  return new CallFailure('connection', error.message, { cause: reason })
}
