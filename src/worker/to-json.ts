/** JSON as it crosses to the main process. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/**
 * A value as plain JSON: a `RegExp` becomes `{ source, flags }`, a `Date` its ISO string, `undefined` members are left out.
 *
 * @throws {TypeError} on what JSON cannot say (functions, symbols, bigints, cycles, NaN), naming `what`
 */
export function toJson(value: unknown, what: string): Json {
  const refuse = (kind: string): never => {
    throw new TypeError(
      `${what} must be plain data (strings, numbers, lists, objects, regular expressions), got ${kind}`,
    )
  }
  let text: string | undefined
  try {
    text = JSON.stringify(value, (_key, member: unknown) => {
      if (typeof member === 'function' || typeof member === 'symbol' || typeof member === 'bigint')
        refuse(`a ${typeof member}`)
      if (typeof member === 'number' && !Number.isFinite(member)) refuse(String(member))
      if (Object.prototype.toString.call(member) === '[object RegExp]') {
        const { source, flags } = member as RegExp
        return { source, flags }
      }
      return member
    })
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith(what)) throw error
    refuse('a cyclic object')
  }
  return text === undefined ? null : (JSON.parse(text) as Json)
}
