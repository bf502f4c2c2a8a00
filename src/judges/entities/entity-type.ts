/** What kinds of value are told apart by their shape. */
export const ENTITY_TYPES = [
  'date',
  'time',
  'datetime',
  'money',
  'number',
  'percent',
  'phone',
  'email',
  'id',
  'text',
] as const

export type EntityType = (typeof ENTITY_TYPES)[number]

/** Whether a value, of whatever kind, is the name of a type. */
export function isEntityType(name: unknown): name is EntityType {
  return ENTITY_TYPES.some((type) => type === name)
}
