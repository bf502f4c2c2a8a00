import { z } from 'zod'

/** What is known of intents, by label, as options and files of intents say it. */
export const intentsSchema = z.record(
  z.string().min(1),
  z.strictObject({
    description: z.string().min(1).optional(),
    examples: z.array(z.string().min(1)).min(1).optional(),
    alternatives: z.array(z.string().min(1)).min(1).optional(),
  }),
)

export type Intents = Record<string, { description?: string; examples?: string[]; alternatives?: string[] }>
