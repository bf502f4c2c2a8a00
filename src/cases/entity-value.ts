import { types } from 'node:util'
import type * as zod from 'zod'
import { expectedValues } from '../judges/entities/expected-values.js'
import { expected } from './expected.js'

type Json = zod.core.util.JSONType

/** An expected entity as one writes it. */
export type EntityInput = string | number | boolean | null | RegExp | EntityInput[] | { [name: string]: EntityInput }

/**
 * An expected entity: JSON, or in TypeScript a `RegExp` anywhere in it, which becomes `{ source, flags }`. A pattern that does not compile
 * and an `$any` of no type are errors.
 */
export function entityValue(z: typeof zod): zod.ZodType<Json, EntityInput> {
  const scalars = [z.string(), z.number(), z.boolean(), z.null()] as const
  const pattern = z.custom<RegExp>(types.isRegExp).transform(({ source, flags }): Json => ({ source, flags }))
  const value: zod.ZodType<Json, EntityInput> = z.lazy(() =>
    z.union([...scalars, pattern, z.array(value), z.record(z.string(), value)], { error: expected('JSON') }),
  )
  return value.superRefine((entity, context) => {
    try {
      expectedValues({ entity })
    } catch (error) {
      context.addIssue((error as Error).message.replace(/^entity "[^"]*": /, ''))
    }
  })
}
