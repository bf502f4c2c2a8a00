import { isDeepStrictEqual } from 'node:util'
import { isAsymmetric } from './asymmetric.js'

/** Where two values part, and what stands there on either side; `undefined` for nothing. */
export interface Difference {
  path: (string | number)[]
  expected: unknown
  actual: unknown
}

/**
 * The first place where a value is not as expected. Objects need only hold what is expected of them, unless `exact`; lists must be as
 * long, and in the same order. An asymmetric matcher (`expect.any(String)`) decides for itself.
 */
export function firstDifference(expected: unknown, actual: unknown, exact: boolean): Difference | undefined {
  return differenceAt([], expected, actual, exact)
}

function differenceAt(
  path: Difference['path'],
  expected: unknown,
  actual: unknown,
  exact: boolean,
): Difference | undefined {
  const here = { path, expected, actual }
  if (isAsymmetric(expected)) return expected.asymmetricMatch(actual) ? undefined : here
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return here
    const length = Math.max(expected.length, actual.length)
    return firstOf(
      Array.from({ length }, (_, index) => index),
      (index) =>
        index < expected.length && index < actual.length
          ? differenceAt([...path, index], expected[index], actual[index], exact)
          : { path: [...path, index], expected: expected[index] as unknown, actual: actual[index] as unknown },
    )
  }
  if (!isObject(expected)) return expected === actual || isDeepStrictEqual(expected, actual) ? undefined : here
  if (!isObject(actual)) return here
  const keys = Object.keys(exact ? { ...expected, ...actual } : expected)
  return firstOf(keys, (key) => differenceAt([...path, key], own(expected, key), own(actual, key), exact))
}

function firstOf<Item>(items: readonly Item[], find: (item: Item) => Difference | undefined): Difference | undefined {
  for (const item of items) {
    const difference = find(item)
    if (difference !== undefined) return difference
  }
  return undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]'
}

function own(value: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}
