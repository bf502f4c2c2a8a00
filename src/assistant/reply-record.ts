import type { ReplyRecord } from '../evaluation/record-schema.js'
import { toJson } from '../worker/to-json.js'
import type { Reply } from './reply.js'

/** A reply as its trial's record keeps it. A bare string that was judged has no duration. */
export function toReplyRecord(reply: Omit<Reply, 'durationMs'> & { durationMs?: number }): ReplyRecord {
  const { input, text, durationMs, firstTokenMs, context, usage } = reply
  return {
    input,
    text,
    ...(durationMs !== undefined && { durationMs }),
    ...(firstTokenMs !== undefined && { firstTokenMs }),
    ...(context !== undefined && { context: toJson(context, "the reply's context") }),
    ...(usage !== undefined && { usage }),
  }
}
