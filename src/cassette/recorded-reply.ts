import { z } from 'zod'

const json = z.json()

/** An assistant's reply as a cassette keeps it, a line each. It has no duration: a replayed reply has none. */
export const recordedReplySchema = z.strictObject({
  key: z.string().regex(/^[0-9a-f]{32}$/, '32 hexadecimal digits'),
  /** The assistant's version, for whoever reads the diff; it is in the key already. */
  version: z.union([z.string(), z.number()]),
  input: z.string(),
  text: z.string(),
  intent: z.string().optional(),
  entities: z.record(z.string(), json).optional(),
  toolCalls: z.array(z.strictObject({ name: z.string(), arguments: json.optional() })).optional(),
  usage: z
    .strictObject({
      inputTokens: z.number().optional(),
      outputTokens: z.number().optional(),
      costUsd: z.number().optional(),
      model: z.string().optional(),
    })
    .optional(),
})

export type RecordedReply = z.infer<typeof recordedReplySchema>
