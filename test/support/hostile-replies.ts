import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Criterion } from '../../src/judges/judge.js'

const rowSchema = z.strictObject({
  id: z.string(),
  /** The way of the attack, such as `chat-markup`. */
  kind: z.string(),
  input: z.string(),
  /** The reply without the attack. */
  base: z.string(),
  /** The reply with it. */
  reply: z.string(),
  intent: z.string(),
  entities: z.record(z.string(), z.unknown()),
  criteria: z.array(z.custom<Criterion>()),
})

export type HostileReply = z.infer<typeof rowSchema>

/** `fixtures/injection-replies.jsonl`: replies that try to influence their own judgement. */
export function hostileReplies(): HostileReply[] {
  const file = new URL('../../fixtures/injection-replies.jsonl', import.meta.url)
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  return lines.map((line) => rowSchema.parse(JSON.parse(line)))
}
