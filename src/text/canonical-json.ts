/**
 * A value as JSON with the keys of every object sorted: the same text for values that differ in nothing but the order of
 * their keys. As in JSON, `undefined` fields are left out; `undefined` itself gives the word.
 *
 * @throws TypeError for what JSON cannot hold: a bigint, a cycle.
 * @example
 * canonicalJson({ b: 1, a: [2] }) // '{"a":[2],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  return (JSON.stringify(value, withSortedKeys) as string | undefined) ?? 'undefined'
}

function withSortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
