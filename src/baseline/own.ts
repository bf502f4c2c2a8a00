/**
 * The value under a key that came from outside: `constructor` and `__proto__` are keys like any other,
 * and what an object inherits is not found.
 */
export function own<T>(record: Record<string, T> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}
