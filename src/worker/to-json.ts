import type { Json } from '../text/json.js'

/** Of these `JSON.stringify` makes `{}`, without a word. */
const LOST = /^\[object (Map|Set|WeakMap|WeakSet|Promise|Error)\]$/

/**
 * A value as plain JSON: a `RegExp` becomes `{ source, flags }`, a `Date` its ISO string, `undefined` members are left out.
 *
 * @throws {TypeError} on what JSON cannot say (functions, symbols, bigints, cycles, NaN, maps, sets), naming `what`
 */
export function toJson(value: unknown, what: string): Json {
  const refuse = (kind: string): never => {
    throw new TypeError(
      `${what} must be plain data (strings, numbers, lists, objects, regular expressions), got ${kind}`,
    )
  }
  if (isFlatText(value)) return { ...value }
  try {
    const text = JSON.stringify(value, function (this: Record<string, unknown>, key, member: unknown) {
      if (typeof member === 'function' || typeof member === 'symbol' || typeof member === 'bigint')
        refuse(`a ${typeof member}`)
      if (typeof member === 'number' && !Number.isFinite(member)) refuse(String(member))
      if (member === null && tagOf(this[key]) === '[object Date]') refuse('an invalid date')
      const tag = tagOf(member)
      const lost = LOST.exec(tag)?.[1]
      if (lost !== undefined) refuse(`a ${lost}`)
      if (tag !== '[object RegExp]') return member
      const { source, flags } = member as RegExp
      return { source, flags }
    }) as string | undefined
    return text === undefined ? null : (JSON.parse(text) as Json)
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith('Converting circular')) refuse('a cyclic object')
    throw error
  }
}

/** What nearly every assertion expects: an object of texts, which is JSON as it is. */
function isFlatText(value: unknown): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return false
  for (const key in value) if (typeof (value as Record<string, unknown>)[key] !== 'string') return false
  return true
}

/** Holds for objects of another realm too, where `instanceof` does not. */
function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value)
}
