import { flattenEntities, type Scalar } from '../entity-values.js'
import type { PatternSource } from '../judge.js'
import { isAnyValue, unknownType, type AnyValue } from './any-value.js'
import { isEntityType } from './entity-type.js'

/** One expected value of one entity: itself, a regular expression that it matches, or any of a type. */
export interface ExpectedValue {
  /** As of `EntityValue`. */
  name: string
  value: Scalar | Required<PatternSource> | AnyValue
}

/**
 * The expected values as a flat list, as `entityValues` has them, but that a regular expression (or `{ source, flags }`, which is what
 * becomes of one in JSON) and `{ $any: 'date' }` are values of their own.
 *
 * @throws {TypeError} on a type that is none, and on a pattern that does not compile, naming the entity
 */
export function expectedValues(expected: Record<string, unknown>): ExpectedValue[] {
  return flattenEntities(expected, (value, name) => asPattern(value, name) ?? asAny(value, name))
}

/** Whether an expected value is a regular expression. */
export function isPattern(value: ExpectedValue['value']): value is Required<PatternSource> {
  return typeof value === 'object' && value !== null && 'source' in value
}

function asPattern(value: object, name: string): Required<PatternSource> | undefined {
  const { source, flags } = value as { source?: unknown; flags?: unknown }
  const isRegExp = Object.prototype.toString.call(value) === '[object RegExp]'
  if (typeof source !== 'string' || typeof flags !== 'string') return undefined
  if (!isRegExp && Object.keys(value).length !== 2) return undefined
  try {
    new RegExp(source, flags)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new TypeError(
      `entity ${JSON.stringify(name)}: expected a regular expression that compiles, got ${JSON.stringify({ source, flags })} (${why})`,
      { cause: error },
    )
  }
  return { source, flags }
}

function asAny(value: object, name: string): AnyValue | undefined {
  if (!isAnyValue(value)) return undefined
  if (!isEntityType(value.$any)) throw unknownType(`entity ${JSON.stringify(name)}`, value.$any)
  return { $any: value.$any }
}
