import type { Reply } from '../assistant/reply.js'
import { describeValue } from './describe-value.js'

/** A reply as a matcher received it: from an assistant, or a bare string with the input that it answers. */
export type ReceivedReply = Reply

/**
 * @param received what stands in `expect(…)`
 * @param input the option `{ input }`, for a bare string
 * @throws {TypeError} on anything that is not a non-empty reply with its input
 */
export function receiveReply(matcher: string, received: unknown, input: string | undefined): ReceivedReply {
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
  refuseEmpty(matcher, received.text)
  if (input !== undefined && input !== received.input) {
    throw new TypeError(
      `${matcher}: the option "input" is for bare strings; this reply has an input of its own. Leave it out`,
    )
  }
  return received
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
