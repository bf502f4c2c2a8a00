import { stripControlCharacters } from '../text/strip-control-characters.js'
import { toJson } from '../worker/to-json.js'
import { assertInCodeLater, type CodeAssertion, type CodeFinding } from './assert-in-code.js'
import { checkOptions } from './check-options.js'
import { describeValue } from './describe-value.js'
import { quote } from './failure-message.js'
import type { MatcherContext, MatcherResult } from './matcher-context.js'
import { receiveReply, type ReceivedReply } from './receive-reply.js'
import { isStandardSchema, schemaIdentity, type StandardIssue, type StandardSchema } from './standard-schema.js'

export interface SchemaOptions {
  /** What of the reply is validated: its text parsed as JSON (`json`, the default), or as it is; the entities or tool calls that the assistant returned. */
  of?: 'json' | 'text' | 'entities' | 'toolCalls'
  /** Names the score in baseline and report, where a test asserts the same metric more than once. */
  id?: string
  /** The message that a bare string answers. */
  input?: string
}

/** Most issues that a message lists. */
const MAX_ISSUES = 10

/**
 * Asserts that a reply is JSON that fits a schema of Zod, or of any other library with the Standard Schema interface.
 * Nothing is repaired: text around the JSON, such as a Markdown fence, is a miss. Asks no judge; the score is 1 or 0.
 *
 * @throws {TypeError} on anything but a Standard Schema, and where the reply has not what is to be validated
 * @example
 * await expect(reply).toMatchSchema(z.object({ order: z.string(), refund: z.number().max(100) }))
 */
export function toMatchSchema(
  this: MatcherContext,
  received: unknown,
  schema: StandardSchema,
  options: SchemaOptions = {},
): Promise<MatcherResult> {
  return assertInCodeLater(this, toMatchSchema, () => schemaAssertion(received, schema, options))
}

function schemaAssertion(
  received: unknown,
  schema: StandardSchema,
  options: SchemaOptions,
): CodeAssertion<Promise<CodeFinding>> {
  const matcher = 'toMatchSchema'
  if (!isStandardSchema(schema)) {
    throw new TypeError(
      `${matcher}: expected a schema with the Standard Schema interface (Zod 3.24, Valibot 1, ArkType 2 or later), got ${describeValue(schema)}`,
    )
  }
  checkOptions<Required<SchemaOptions>>(matcher, options as Required<SchemaOptions>, {
    of: 'string',
    id: 'string',
    input: 'text',
  })
  const { of = 'json', id, input } = options
  if (!Object.hasOwn(READ, of)) {
    throw new TypeError(
      `${matcher}: expected the option "of" as ${Object.keys(READ).join(', ')}, got ${describeValue(of)}`,
    )
  }
  const reply = receiveReply(matcher, received, input, { mayBeEmpty: of === 'entities' || of === 'toolCalls' })
  const subject = READ[of](reply)
  return {
    call: of === 'json' ? `${matcher}(schema)` : `${matcher}(schema, { of: '${of}' })`,
    metric: 'schema',
    id,
    unit: 'unit',
    threshold: 1,
    reply,
    expectation: toJson({ schema: schemaIdentity(schema), of }, `${matcher}: what is expected`),
    judge: 'code',
    check: async () => {
      if ('issue' in subject) return finding([{ message: subject.issue }], reply)
      const result = await schema['~standard'].validate(subject.value)
      return finding(result.issues ?? [], reply)
    },
  }
}

/** What is validated, or why there is nothing to validate. */
type Subject = { value: unknown } | { issue: string }

const READ: Record<NonNullable<SchemaOptions['of']>, (reply: ReceivedReply) => Subject> = {
  json: ({ text }) => {
    try {
      return { value: JSON.parse(text) as unknown }
    } catch (error) {
      const fenced = /^\s*```/.test(text) ? ', but a Markdown block' : ''
      return { issue: `the text is no JSON${fenced} (${(error as Error).message})` }
    }
  },
  text: ({ text }) => ({ value: text }),
  entities: ({ entities }) => ({ value: required(entities, 'entities') }),
  toolCalls: ({ toolCalls }) => ({ value: required(toolCalls, 'toolCalls') }),
}

function required(value: unknown, name: string): unknown {
  if (value !== undefined) return value
  throw new TypeError(
    `toMatchSchema: this reply has no ${name}. Return them from the assistant, \`{ text, ${name} }\`, or leave out { of: '${name}' }`,
  )
}

function finding(issues: readonly StandardIssue[], reply: ReceivedReply): CodeFinding {
  const listed = issues.slice(0, MAX_ISSUES).map(describeIssue)
  const more = issues.length - listed.length
  const holds = issues.length === 0
  return {
    value: holds ? 1 : 0,
    holds,
    rationale: holds ? 'fits the schema' : `${listed.slice(0, 3).join('; ')}${issues.length > 3 ? '; …' : ''}`,
    explain: (isNot) => [
      `Expected: ${isNot ? 'something that does not fit the schema' : 'what fits the schema'}`,
      ...(isNot ? [] : [`Received: ${issues.length === 1 ? 'an issue' : `${issues.length} issues`}`]),
      '',
      ...listed.map((issue) => `  ${issue}`),
      ...(more > 0 ? [`  … and ${more} more`] : []),
      ...(isNot ? [] : ['']),
      `Reply: ${quote(reply.text)}`,
    ],
  }
}

/** `items.0.price: expected a number`. A message may quote the reply. */
function describeIssue({ message, path = [] }: StandardIssue): string {
  const steps = path.map((step) => String(typeof step === 'object' ? step.key : step))
  const text = steps.length === 0 ? message : `${steps.join('.')}: ${message}`
  return stripControlCharacters(text).replaceAll(/\s+/g, ' ')
}
