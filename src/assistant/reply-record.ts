import type { ReplyRecord } from '../evaluation/record-schema.js'
import { toJson } from '../worker/to-json.js'
import { pricedUsage } from './priced-usage.js'
import type { Reply } from './reply.js'

/** A reply as its trial's record keeps it. A bare string that was judged has no duration. */
export function toReplyRecord(reply: Reply): ReplyRecord {
  const { input, text, durationMs, firstTokenMs, context, usage, replayed } = reply
  const record: ReplyRecord = { input, text }
  if (context !== undefined) record.context = toJson(context, "the reply's context")
  // What a conversation took and cost stands in the records of its turns, and must not count twice.
  if ('turns' in reply) return record
  if (durationMs !== undefined) record.durationMs = durationMs
  if (firstTokenMs !== undefined) record.firstTokenMs = firstTokenMs
  if (usage !== undefined) record.usage = pricedUsage(usage)
  if (replayed !== undefined) record.replayed = replayed
  return record
}
