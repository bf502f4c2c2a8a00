/// <reference lib="es2024.string" />

export type Value = string | number | null

/**
 * Replaces lone surrogates, in place: better-sqlite3 would write them as bytes that are not UTF-8, and other readers
 * of the file would stumble over them.
 */
export function wellFormed(values: Value[]): Value[] {
  for (let index = 0; index < values.length; index++) {
    const value = values[index]
    if (typeof value === 'string' && !value.isWellFormed()) values[index] = value.toWellFormed()
  }
  return values
}
