import { z } from 'zod'
import { isPlainly } from '../schema/is-plainly.js'
import { excerpt } from './excerpt.js'
import type { Judgement } from './judge.js'
import { JudgeError } from './judge-error.js'

/** Made at the first judgement, and not with every configuration that names a judge. */
function makeChecks() {
  const value = z.number('a number from 0 to 1, or null').min(0, 'a number from 0 to 1').max(1, 'a number from 0 to 1')
  const shape = {
    value: value.nullable(),
    rationale: z.string('a string'),
    usage: z
      .object({
        inputTokens: z.number().nonnegative(),
        outputTokens: z.number().nonnegative(),
        costUsd: z.number().nonnegative().optional(),
      })
      .optional(),
    servedModel: z.string('a string').optional(),
  }
  const schema = z
    .object({ ...shape, declined: z.string('a string').trim().min(1, 'a reason that is not empty').optional() })
    .refine(({ value, declined }) => (value === null) === (declined !== undefined), {
      path: ['declined'],
      error: 'a reason exactly when value is null',
    }) satisfies z.ZodType<Judgement>
  // With a value, as nearly all are.
  return { schema, isJudged: isPlainly(z.strictObject({ ...shape, value })) }
}

let checks: ReturnType<typeof makeChecks> | undefined

/**
 * Where the answer of any judge enters: what comes out is a judgement, and holds nothing else.
 *
 * @throws JudgeError naming the judge, what was expected of it, what it gave, and what to do
 */
export function validateJudgement(judge: string, answer: unknown): Judgement {
  const { schema, isJudged } = (checks ??= makeChecks())
  if (isJudged(answer)) return answer
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = issue?.path ?? []
  const given = path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], answer)
  throw new JudgeError(
    `judge ${judge}: expected ${path.length ? `${path.join('.')} to be ` : ''}${issue?.message ?? ''}, got ${show(given)}: ` +
      'return { value: 0..1, rationale }, or { value: null, rationale, declined: why }',
    { reason: 'malformed' },
  )
}

function show(value: unknown): string {
  if (typeof value === 'number' || value === undefined) return String(value)
  try {
    return excerpt(JSON.stringify(value))
  } catch {
    return `a ${typeof value}`
  }
}
