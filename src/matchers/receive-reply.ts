import type { Reply } from '../assistant/reply.js'
import { describeValue } from './describe-value.js'

/** A reply as a matcher received it: from an assistant, or a bare string with the input that it answers. */
export type ReceivedReply = Reply

/**
 * @param received what stands in `expect(…)`
 * @param input the option `{ input }`, for a bare string
 * @param mayBeEmpty where the text is not what is looked at: an assistant that calls a tool may say nothing
 * @throws {TypeError} on anything that is not a reply with its input, not empty unless it may be
 */
export function receiveReply(
  matcher: string,
  received: unknown,
  input: string | undefined,
  { mayBeEmpty = false }: { mayBeEmpty?: boolean } = {},
): ReceivedReply {
  if (typeof received === 'string') {
    refuseEmpty(matcher, received)
    if (input === undefined) {
      throw new TypeError(
        `${matcher}: a bare string needs the message that it answers. ` +
          `Write \`expect(text).${matcher}(…, { input: 'the message' })\`, or give it a reply of defineAssistant`,
      )
    }
    return { text: received, input }
  }
  if (isThenable(received)) {
    throw new TypeError(
      `${matcher}: expected a reply, got a promise of one. Write \`expect(await ask(…))\` or \`expect(ask(…)).resolves.${matcher}(…)\``,
    )
  }
  if (!isReply(received)) {
    throw new TypeError(
      `${matcher}: expected a reply ({ text, input, … } from an assistant of defineAssistant) or a string, got ${describeValue(received)}`,
    )
  }
  if (!mayBeEmpty) refuseEmpty(matcher, received.text)
  if (input !== undefined && input !== received.input) {
    throw new TypeError(
      `${matcher}: the option "input" is for bare strings; this reply has an input of its own. Leave it out`,
    )
  }
  return received
}

/**
 * A reply for what only its assistant can tell of it.
 *
 * @param has what a bare string has none of: `tool calls`
 * @throws {TypeError} on a bare string, and on anything that is no reply
 */
export function receiveAnswer(matcher: string, received: unknown, has: string): ReceivedReply {
  if (typeof received === 'string') {
    throw new TypeError(
      `${matcher}: a bare string has no ${has}. Call the assistant through defineAssistant and give the reply`,
    )
  }
  return receiveReply(matcher, received, undefined, { mayBeEmpty: true })
}

function refuseEmpty(matcher: string, text: string): void {
  if (text.trim() !== '') return
  throw new TypeError(
    `${matcher}: the reply is empty, and there is nothing to judge in it. ` +
      `Find out why the assistant said nothing; if it should, write \`expect(reply.text).toBe('')\``,
  )
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
}

function isReply(value: unknown): value is Reply {
  if (typeof value !== 'object' || value === null) return false
  const { text, input } = value as { text?: unknown; input?: unknown }
  return typeof text === 'string' && typeof input === 'string'
}
