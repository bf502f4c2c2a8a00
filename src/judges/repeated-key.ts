/** A key with its colon, another string, or where an object begins or ends. */
const part = /(?<key>"(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}]/g

/**
 * A key that an object of a JSON text has twice, or `undefined`. `JSON.parse` keeps the last one and says nothing.
 *
 * @param json a text that `JSON.parse` accepts
 * @param value what it gave
 * @example
 * repeatedKey('{"score":1,"score":5}', { score: 5 }) // 'score'
 */
export function repeatedKey(json: string, value: unknown = JSON.parse(json)): string | undefined {
  // What is written back the same has lost nothing, and most models write no more spaces than that.
  if (JSON.stringify(value) === json) return undefined
  const keysOf: Set<string>[] = []
  for (const { 0: found, groups } of json.matchAll(part)) {
    if (found === '{') keysOf.push(new Set())
    else if (found === '}') keysOf.pop()
    else if (groups?.key !== undefined) {
      // Two ways to write a key are the same key: "score", "\u0073core".
      const key = JSON.parse(groups.key) as string
      if (keysOf.at(-1)?.has(key)) return key
      keysOf.at(-1)?.add(key)
    }
  }
  return undefined
}
