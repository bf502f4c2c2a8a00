/** One value of one entity. */
export interface EntityValue {
  /** Where it stands: `order_id`, and `customer.city` for a nested one. Values of a list share their name. */
  name: string
  value: string | number | boolean | bigint | null
}

/**
 * The values of entities as a flat list: lists one by one, objects by their dotted names, dates as ISO strings. `null` counts as a value,
 * `undefined` and functions do not.
 *
 * @example
 * entityValues({ order_id: ['1', '2'], customer: { city: 'Bern' } })
 * // [{ name: 'order_id', value: '1' }, { name: 'order_id', value: '2' }, { name: 'customer.city', value: 'Bern' }]
 */
export function entityValues(entities: Record<string, unknown>): EntityValue[] {
  return Object.entries(entities).flatMap(([name, value]) => valuesOf(name, value))
}

function valuesOf(name: string, value: unknown): EntityValue[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesOf(name, item))
  if (value instanceof Date) return [{ name, value: Number.isNaN(value.valueOf()) ? null : value.toISOString() }]
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => valuesOf(`${name}.${key}`, inner))
  }
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return []
  return [{ name, value: value as EntityValue['value'] }]
}
