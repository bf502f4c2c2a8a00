import type * as zod from 'zod'
import { closedObject } from '../cases/closed-object.js'
import { expected } from '../cases/expected.js'
import { jsonValue } from '../cases/json-value.js'
import { rubricSchema } from '../cases/rubric-schema.js'
import type { JudgementRequest } from '../judges/judge.js'

/**
 * A row of a file of labels: what a judge is asked, and what one person, or two, said. Built from the `zod` that is handed in: bundled as
 * a whole it would be the largest part of the package.
 */
export function labelledReplySchema(z: typeof zod) {
  const text = z.string({ error: expected('a text') })
  const filled = z.string({ error: expected('a text') }).regex(/\S/, { error: expected('a text that is not empty') })
  const texts = z.array(filled, { error: expected('a list of texts') })
  const json = jsonValue(z)

  const grade = labelOf(
    z,
    'a whole number from 1 to 5',
    (label): label is number => isWithin(label, 1, 5) && label % 1 === 0,
  )
  const unit = labelOf(
    z,
    'true, false, or a number from 0 to 1',
    (label): label is number | boolean => typeof label === 'boolean' || isWithin(label, 0, 1),
  )
  const verdict = labelOf(
    z,
    '"met", "partly" or "not_met", or true or false',
    (label): label is 'met' | 'partly' | 'not_met' | boolean =>
      typeof label === 'boolean' || label === 'met' || label === 'partly' || label === 'not_met',
  )
  const choice = labelOf(
    z,
    '"first", "second" or "tie"',
    (label): label is 'first' | 'second' | 'tie' => label === 'first' || label === 'second' || label === 'tie',
  )

  return z.discriminatedUnion(
    'metric',
    [
      row(z, 'quality', grade, {
        input: text,
        reply: text,
        rubric: rubricSchema(z).optional(),
        reference: filled.optional(),
        context: text.optional(),
      }),
      row(z, 'intent', unit, {
        input: text,
        reply: text,
        intent: filled,
        description: filled.optional(),
        examples: texts.optional(),
        alternatives: texts.optional(),
      }),
      row(z, 'entities', unit, {
        input: text,
        reply: text,
        expected: z.record(z.string(), json, { error: expected('an object', 'write {"order_id": ["12345"]}') }),
        extracted: z.record(z.string(), json, { error: expected('an object') }).optional(),
        aliases: z
          .record(z.string(), texts, { error: expected('an object of lists', 'write {"Germany": ["DE"]}') })
          .optional(),
        referenceDate: filled.optional(),
        exact: z.boolean({ error: expected('true or false') }).optional(),
      }),
      row(z, 'criterion', verdict, {
        input: text.optional(),
        reply: text,
        criterion: filled,
        context: text.optional(),
      }),
      row(z, 'preference', choice, {
        input: text,
        replies: z.tuple([text, text], { error: expected('a list of two replies') }),
        rubric: rubricSchema(z).optional(),
      }),
    ],
    {
      error: ({ input }) =>
        typeof input === 'object' && input !== null && !Array.isArray(input)
          ? expected('"quality", "intent", "entities", "criterion" or "preference"')({
              input: (input as { metric?: unknown }).metric,
            })
          : expected('a row { "metric": "quality", "input": "…", "reply": "…", "label": 4 }')({ input }),
    },
  )
}

/**
 * What a judge is asked, with what a person said of it: `label`, and `label2` where a second person has looked too.
 *
 * - `quality`: 1 to 5. `intent` and `entities`: true or false, or a score of 0 to 1.
 * - `criterion`: `met`, `partly`, `not_met`, or true or false. `preference`: `first`, `second` or `tie`.
 *
 * @example
 * const row: LabelledReply = { metric: 'quality', input: 'Hi', reply: 'Hello! How can I help?', label: 5, label2: 4 }
 */
export type LabelledReply = zod.input<ReturnType<typeof labelledReplySchema>>

/** A row that has been checked. */
export type CheckedReply = zod.output<ReturnType<typeof labelledReplySchema>>

export type Label = LabelledReply['label']

/** What people have labels for. */
export type CalibratedMetric = CheckedReply['metric']

/** What the judge is to be asked: the row without its labels. */
export function requestOf(row: CheckedReply): JudgementRequest {
  const request: Record<string, unknown> = { ...row }
  for (const field of ['id', 'label', 'label2']) Reflect.deleteProperty(request, field)
  return request as unknown as JudgementRequest
}

function row<Name extends string, LabelSchema extends zod.ZodType, Shape extends zod.ZodRawShape>(
  z: typeof zod,
  metric: Name,
  label: LabelSchema,
  shape: Shape,
) {
  return closedObject(
    z,
    {
      /** Shown where the judge disagrees. */
      id: z.union([z.string().regex(/\S/), z.number()], { error: expected('a text or a number') }).optional(),
      metric: z.literal(metric),
      ...shape,
      label,
      label2: label.optional(),
    },
    `a row { "metric": "${metric}", …, "label" }`,
  )
}

function labelOf<Value>(z: typeof zod, what: string, isLabel: (value: unknown) => value is Value) {
  return z.custom<Value>(isLabel, { error: expected(what) })
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most
}
