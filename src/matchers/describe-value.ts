/** A received value in a few words, for `got …` in an error. */
export function describeValue(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (typeof value === 'string') return value.trim() === '' ? 'an empty string' : JSON.stringify(cut(value, 80))
  if (typeof value === 'object')
    return 'then' in value ? 'a promise' : `an object with ${Object.keys(value).join(', ') || 'no members'}`
  return typeof value === 'function' || typeof value === 'symbol'
    ? `a ${typeof value}`
    : `${value as number | boolean | undefined}`
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`
}
