/** One value of one entity. */
export interface EntityValue {
  /** Where it stands: `order_id`, and `customer.city` for a nested one. Values of a list share their name. */
  name: string
  value: Scalar
}

export type Scalar = string | number | boolean | bigint | null

/**
 * The values of entities as a flat list: lists one by one, objects by their dotted names, dates as ISO strings. `null` counts as a value,
 * `undefined` and functions do not.
 *
 * @example
 * entityValues({ order_id: ['1', '2'], customer: { city: 'Bern' } })
 * // [{ name: 'order_id', value: '1' }, { name: 'order_id', value: '2' }, { name: 'customer.city', value: 'Bern' }]
 */
export function entityValues(entities: Record<string, unknown>): EntityValue[] {
  return flattenEntities<never>(entities, () => undefined)
}

/**
 * The same, with a say in which objects are values as a whole.
 *
 * @param asWhole what an object counts as, or `undefined` for one to look into; may throw
 */
export function flattenEntities<Whole>(
  entities: Record<string, unknown>,
  asWhole: (value: object, name: string) => Whole | undefined,
): { name: string; value: Scalar | Whole }[] {
  const valuesOf = (name: string, value: unknown): { name: string; value: Scalar | Whole }[] => {
    if (Array.isArray(value)) return value.flatMap((item) => valuesOf(name, item))
    if (value instanceof Date) return [{ name, value: Number.isNaN(value.valueOf()) ? null : value.toISOString() }]
    if (typeof value === 'object' && value !== null) {
      const whole = asWhole(value, name)
      if (whole !== undefined) return [{ name, value: whole }]
      return Object.entries(value).flatMap(([key, inner]) => valuesOf(`${name}.${key}`, inner))
    }
    if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return []
    return [{ name, value: value as Scalar }]
  }
  return Object.entries(entities).flatMap(([name, value]) => valuesOf(name, value))
}
