import type * as zod from 'zod'
import { expected } from './expected.js'
import { nearestName } from './nearest-name.js'

/**
 * An object that has these fields and no others. Unlike `z.strictObject`, each unknown field is an issue of its own,
 * at its own path, that names the field which was probably meant.
 */
export function closedObject<Shape extends zod.ZodRawShape>(
  z: typeof zod,
  shape: Shape,
  what: string,
  remedy?: string,
): zod.ZodObject<Shape, zod.core.$strict> {
  const names = Object.keys(shape)
  const unknownField = z.custom<never>(() => false, {
    error: ({ path }) => unknownName(String(path?.at(-1)), names),
    params: { unknownField: true },
  })
  // The type of strictObject: to users, unknown fields do not exist, rather than being of type `never`.
  return z.object(shape, { error: expected(what, remedy) }).catchall(unknownField)
}

function unknownName(name: string, names: string[]): string {
  const nearest = nearestName(name, names)
  if (nearest !== undefined) return `unknown field, did you mean \`${nearest}\`?`
  return `unknown field; the fields here are ${names.map((known) => `\`${known}\``).join(', ')}`
}
