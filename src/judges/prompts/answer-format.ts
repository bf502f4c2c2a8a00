import { z } from 'zod'
import { isPlainly } from '../../schema/is-plainly.js'

/** The shape that a model must answer in: the schema that its answer is parsed with, and the same as JSON schema for the request. */
export interface AnswerFormat<Answer> {
  /** `json_schema.name` on the wire. */
  readonly name: string
  readonly schema: z.ZodType<Answer>
  /** Whether the schema takes an answer as it is. */
  readonly isPlain: (answer: unknown) => answer is Answer
  readonly jsonSchema: Record<string, unknown>
}

/** Makes the schemas when they are first asked for, and once: a configuration loads all formats, and no judge yet asks with them. */
export function answerFormat<Answer>(name: string, makeSchema: () => z.ZodType<Answer>): AnswerFormat<Answer> {
  let schema: z.ZodType<Answer> | undefined
  let jsonSchema: Record<string, unknown> | undefined
  let isPlain: ((answer: unknown) => answer is Answer) | undefined
  const theSchema = () => (schema ??= makeSchema())
  return {
    name,
    get schema() {
      return theSchema()
    },
    isPlain: (answer): answer is Answer => (isPlain ??= isPlainly(theSchema()))(answer),
    get jsonSchema() {
      return (jsonSchema ??= strictJsonSchema(theSchema()))
    },
  }
}

/**
 * Strict structured output knows a subset of JSON schema, and not every server the same: Azure refuses a schema that bounds
 * numbers or lengths. Bounds are left to the parser, and choices are written as enumerations, which every server knows.
 */
const unsupported = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'pattern', 'format']

function strictJsonSchema(schema: z.ZodType): Record<string, unknown> {
  const made = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      for (const keyword of unsupported) Reflect.deleteProperty(jsonSchema, keyword)
      if (jsonSchema.type === 'number' && jsonSchema.enum?.every(Number.isInteger)) jsonSchema.type = 'integer'
    },
  })
  delete made.$schema
  return made
}

/** For answers to a numbered list: a format for each length of list, made once. */
export function answerFormatPerCount<Answer>(
  name: string,
  schemaFor: (count: number) => z.ZodType<Answer>,
): (count: number) => AnswerFormat<Answer> {
  const made = new Map<number, AnswerFormat<Answer>>()
  return (count) => {
    const format = made.get(count) ?? answerFormat(name, () => schemaFor(count))
    made.set(count, format)
    return format
  }
}
