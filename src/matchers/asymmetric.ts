/** A matcher of Vitest's that stands inside a value: `expect.any(String)`. */
export interface AsymmetricMatcher {
  asymmetricMatch: (actual: unknown) => boolean
  toString: () => string
  toAsymmetricMatcher?: () => string
  sample?: unknown
}

export function isAsymmetric(value: unknown): value is AsymmetricMatcher {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<AsymmetricMatcher>).asymmetricMatch === 'function'
  )
}

/** The value with every asymmetric matcher in it as plain data: `{ Any: 'String' }`. */
export function withoutAsymmetric(value: unknown): unknown {
  if (isAsymmetric(value)) return { [nameOf(value)]: plainSample(value.sample) }
  if (Array.isArray(value)) return value.map(withoutAsymmetric)
  if (Object.prototype.toString.call(value) !== '[object Object]') return value
  return Object.fromEntries(Object.entries(value as object).map(([key, member]) => [key, withoutAsymmetric(member)]))
}

/** `Any`, `StringContaining`, `ObjectNotContaining`. */
export function nameOf(matcher: AsymmetricMatcher): string {
  return matcher.toString()
}

function plainSample(sample: unknown): unknown {
  // Of `expect.any(String)` it is the constructor.
  return typeof sample === 'function' ? sample.name : sample === undefined ? null : withoutAsymmetric(sample)
}
