import type * as zod from 'zod'
import { closedObject } from './closed-object.js'
import { entityValue } from './entity-value.js'
import { expected } from './expected.js'
import { jsonValue } from './json-value.js'
import { rubricSchema } from './rubric-schema.js'

/**
 * A row of a dataset. Built from the `zod` that is handed in: a test file that imports `loadCases` and
 * loads no dataset pays for no schema library.
 */
export function caseSchema(z: typeof zod) {
  const text = z.string({ error: expected('a text') })
  const label = z.string({ error: expected('a text') }).regex(/\S/, { error: expected('a text that is not empty') })
  const labels = z.array(label, { error: expected('a list of texts') })
  const json = jsonValue(z)
  const number = (what: string, within: (value: number) => boolean) =>
    z.number({ error: expected(what) }).refine(within, { error: expected(what) })

  const isoDate = { error: expected('an ISO date that exists', 'write "2026-03-31" or "2026-03-31T09:00:00Z"') }

  const intent = closedObject(
    z,
    {
      name: label,
      description: label.optional(),
      examples: labels.optional(),
      alternatives: labels.optional(),
    },
    'a label, or { "name": "…", "description"?, "examples"?, "alternatives"? }',
  )

  return closedObject(
    z,
    {
      /** Unique in its dataset; the baseline's key. A number is turned into a string. */
      id: z
        .custom<string | number>(isId, {
          error: expected('a text that is not empty, or a whole number', 'give every case an id of its own'),
        })
        .transform(String),
      /** The message to the assistant. May be empty. */
      input: text,
      /** What the reply should serve: a label, alone or with what explains it to the judge. */
      intent: z
        .custom<string | zod.input<typeof intent>>()
        .transform((value): unknown => (typeof value === 'string' ? { name: value } : value))
        .pipe(intent)
        .optional(),
      /** What the reply should name. */
      entities: z
        .record(z.string(), entityValue(z), { error: expected('an object', 'write {"order_id": ["12345"]}') })
        .optional(),
      /** Other spellings of an entity's value: `{ "Germany": ["DE", "Deutschland"] }`. */
      aliases: z
        .record(z.string(), labels, { error: expected('an object of lists', 'write {"Germany": ["DE"]}') })
        .optional(),
      /** ISO date that relative dates count from. */
      referenceDate: z
        .union([z.iso.date(isoDate), z.iso.datetime({ offset: true, local: true, ...isoDate })], isoDate)
        .optional(),
      /** Prose for an LLM, or weighted criteria that both judges can score. */
      rubric: rubricSchema(z).optional(),
      /** A reply that would be right. */
      reference: label.optional(),
      /** Handed to the assistant, a copy to each call. */
      context: z.record(z.string(), json, { error: expected('an object') }).optional(),
      /** The turns before `input`. */
      history: z
        .array(
          closedObject(
            z,
            {
              role: z.enum(['user', 'assistant', 'system'], {
                error: expected('"user", "assistant" or "system"'),
              }),
              content: text,
            },
            'a turn { "role": "user", "content": "…" }',
          ),
          { error: expected('a list of turns [{ "role": "user", "content": "…" }]') },
        )
        .optional(),
      /** `performance` cases run alone, after the others. Default `unit`. */
      type: z
        .enum(['unit', 'integration', 'performance', 'user_acceptance', 'regression'], {
          error: expected('"unit", "integration", "performance", "user_acceptance" or "regression"'),
        })
        .default('unit'),
      /** A whole number, 1 or more. 1 comes first. */
      priority: number('a whole number, 1 or more', (value) => Number.isInteger(value) && value >= 1).optional(),
      tags: labels.default(() => []),
      /** `true`, or the reason. */
      skip: z.union([z.boolean(), label], { error: expected('true, false, or the reason as a text') }).optional(),
      only: z.boolean({ error: expected('true or false') }).optional(),
      /** From where on a score passes, where not at the matchers' own thresholds. */
      thresholds: closedObject(
        z,
        {
          /** 0..1 */
          intent: number('a number from 0 to 1', isUnit).optional(),
          /** 0..1 */
          entities: number('a number from 0 to 1', isUnit).optional(),
          /** 1..5 */
          quality: number('a number from 1 to 5', (value) => value >= 1 && value <= 5).optional(),
          /** Milliseconds, > 0. */
          latencyMs: number('milliseconds above 0', (value) => value > 0).optional(),
        },
        'an object',
        'write {"intent": 0.8, "entities": 0.7, "quality": 3, "latencyMs": 5000}',
      ).default(() => ({})),
    },
    'a case { "id": "…", "input": "…" }',
  )
}

// A whole number past 2^53 would already have lost digits on its way here.
function isId(value: unknown): boolean {
  return typeof value === 'string' ? /\S/.test(value) : Number.isSafeInteger(value)
}

function isUnit(value: number): boolean {
  return value >= 0 && value <= 1
}
