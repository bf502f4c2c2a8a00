import type { z } from 'zod'
import { StoreError } from '../store-error.js'

export function boolean(flag: number | null): boolean | null {
  return flag === null ? null : flag !== 0
}

export function json(text: string | null): unknown {
  return text === null ? undefined : JSON.parse(text)
}

/** Leaves out what is undefined, so that a case comes back with exactly the properties it went in with. */
export function defined(object: Record<string, unknown>): Record<string, unknown> {
  for (const key in object) if (object[key] === undefined) Reflect.deleteProperty(object, key)
  return object
}

/** Another version or another hand may have written a row: what it makes is looked at once, here. */
export function checked<T>(schema: z.ZodType<T>, assemble: () => unknown, what: string, file: string): T {
  try {
    return schema.parse(assemble())
  } catch (cause) {
    throw new StoreError(
      'corrupt',
      `${file} holds a ${what} that this version of vitest-judge cannot read: ` +
        `${cause instanceof Error ? cause.message : String(cause)}\nUpdate vitest-judge, or delete the run from the file.`,
      { cause },
    )
  }
}
