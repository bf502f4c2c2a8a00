import type * as zod from 'zod'
import { expected } from './expected.js'

type Json = zod.core.util.JSONType

/** `z.json()` with an error of ours at the very value that JSON cannot hold: YAML has `.nan` and `.inf`. */
export function jsonValue(z: typeof zod): zod.ZodType<Json, Json> {
  const scalars = [z.string(), z.number(), z.boolean(), z.null()] as const
  const value: zod.ZodType<Json, Json> = z.lazy(() =>
    z.union([...scalars, z.array(value), z.record(z.string(), value)], { error: expected('JSON') }),
  )
  return value
}
