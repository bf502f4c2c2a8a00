import { ENTITY_TYPES, isEntityType, type EntityType } from './entity-type.js'

/** Expects some value of a type, whichever it is. Plain JSON, so that a dataset can hold it. */
export interface AnyValue {
  $any: EntityType
}

/**
 * Expects a value of a type without saying which one, in `toExtractEntities`. A dataset writes it as it is: `{ "$any": "date" }`.
 *
 * @param type `date`, `time`, `datetime`, `money`, `number`, `percent`, `phone`, `email`, `id` or `text`
 * @throws {TypeError} on any other
 * @example
 * await expect(reply).toExtractEntities({ order_id: '12345', delivery: anyValue('date') })
 */
export function anyValue(type: EntityType): AnyValue {
  if (!isEntityType(type)) throw unknownType('anyValue', type)
  return { $any: type }
}

/** Whether an expected value asks for any of a type; the type may still be none that is known. */
export function isAnyValue(value: unknown): value is { $any: unknown } {
  return typeof value === 'object' && value !== null && Object.keys(value).join() === '$any'
}

/** @internal The error for a type that is none, saying which there are. */
export function unknownType(where: string, type: unknown): TypeError {
  const got = typeof type === 'string' ? JSON.stringify(type.slice(0, 80)) : typeof type
  return new TypeError(`${where}: expected the type of an entity, one of ${ENTITY_TYPES.join(', ')}, got ${got}`)
}
