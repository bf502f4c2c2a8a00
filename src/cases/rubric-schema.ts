import { types } from 'node:util'
import type * as zod from 'zod'
import type { Check, PatternSource } from '../judges/judge.js'
import { closedObject } from './closed-object.js'
import { entityValue } from './entity-value.js'
import { expected } from './expected.js'

const KINDS = [
  'mentions',
  'avoids',
  'matches',
  'maxWords',
  'minWords',
  'language',
  'answers',
  'intent',
  'entities',
] as const satisfies CheckKind[]

type CheckKind = Check extends infer Each
  ? Each extends unknown
    ? Exclude<keyof Each, 'description' | 'examples'>
    : never
  : never

/** Prose, or weighted criteria. Built from the `zod` that is handed in, so that whoever imports this file loads none. */
export function rubricSchema(z: typeof zod) {
  const what = 'prose, or { "criteria": [{ "text": "…" }] }'
  const criterion = closedObject(
    z,
    {
      text: nonEmptyText(z),
      weight: z
        .number({ error: expected('a number above 0') })
        .positive({ error: expected('a number above 0') })
        .optional(),
      check: checkSchema(z).optional(),
    },
    'a criterion { "text": "…", "weight"?, "check"? }',
  )
  const criteria = z
    .array(criterion, { error: expected('a list of criteria') })
    .min(1, { error: expected('at least one criterion') })
  return z.union([nonEmptyText(z), closedObject(z, { criteria }, what)], { error: expected(what) })
}

function checkSchema(z: typeof zod): zod.ZodType<Check, Check> {
  const text = nonEmptyText(z)
  const pattern = patternSchema(z)
  const textOrPattern = z.union([text, pattern], { error: expected('a text or { "source": "…", "flags"? }') })
  const words = z.int({ error: expected('a whole number of words, 1 or more') }).min(1, {
    error: expected('a whole number of words, 1 or more'),
  })
  const textOrTexts = 'a text or a list of texts'
  const patterns = 'a text, { "source": "…", "flags"? }, or a list of them'

  return closedObject(
    z,
    {
      mentions: z.union([text, listOf(z, text, textOrTexts)], { error: expected(textOrTexts) }).optional(),
      avoids: z.union([textOrPattern, listOf(z, textOrPattern, patterns)], { error: expected(patterns) }).optional(),
      matches: pattern.optional(),
      maxWords: words.optional(),
      minWords: words.optional(),
      language: z
        .string({ error: expected('a language code') })
        .regex(/^[a-z]{2}$/, { error: expected('a two-letter language code (ISO 639-1)', 'write "de" for German') })
        .optional(),
      answers: text.optional(),
      intent: text.optional(),
      description: text.optional(),
      examples: listOf(z, text, 'a list of texts').optional(),
      entities: z
        .record(z.string(), entityValue(z), {
          error: expected('an object', 'write {"order_id": ["12345"]}'),
        })
        .optional(),
    },
    `an object with one of ${KINDS.join(', ')}`,
  ).superRefine((check, context) => {
    const kinds = KINDS.filter((kind) => check[kind] !== undefined)
    if (kinds.length !== 1) {
      const got = kinds.length === 0 ? 'none' : kinds.map((kind) => `\`${kind}\``).join(' and ')
      context.addIssue(
        `expected exactly one of ${KINDS.join(', ')}, got ${got}` +
          (kinds.length === 0 ? '' : '; write a criterion for each'),
      )
    } else if (check.intent === undefined) {
      for (const path of ['description', 'examples'] as const) {
        if (check[path] !== undefined) {
          context.addIssue({
            code: 'custom',
            path: [path],
            message: `expected only beside \`intent\`, got it beside \`${kinds.join()}\``,
          })
        }
      }
    }
  }) as unknown as zod.ZodType<Check, Check>
}

function patternSchema(z: typeof zod) {
  const what = 'a pattern { "source": "…", "flags"? }'
  const source = closedObject(
    z,
    {
      source: nonEmptyText(z),
      flags: z.string({ error: expected('a text') }).optional(),
    },
    what,
    'write { "source": "^Dear", "flags": "i" }',
  ).superRefine(({ source, flags }, context) => {
    try {
      new RegExp(source, flags)
    } catch (error) {
      context.addIssue(`expected a regular expression that compiles, got: ${(error as Error).message}`)
    }
  })
  return z
    .custom<RegExp | PatternSource>()
    .transform((value): unknown => (types.isRegExp(value) ? { source: value.source, flags: value.flags } : value))
    .pipe(source)
}

function listOf<Item extends zod.ZodType>(z: typeof zod, item: Item, what: string) {
  return z.array(item, { error: expected(what) }).min(1, { error: expected('at least one in the list') })
}

function nonEmptyText(z: typeof zod) {
  return z.string({ error: expected('a text') }).regex(/\S/, { error: expected('a text that is not empty') })
}
