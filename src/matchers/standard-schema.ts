/**
 * What schema libraries offer in common, as far as it is used here.
 * See https://standardschema.dev, version 1.
 */
export interface StandardSchema {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => StandardResult | Promise<StandardResult>
  }
}

export type StandardResult =
  { readonly value: unknown; readonly issues?: undefined } | { readonly issues: readonly StandardIssue[] }

export interface StandardIssue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

export function isStandardSchema(value: unknown): value is StandardSchema {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false
  const standard = (value as Partial<StandardSchema>)['~standard'] as Partial<StandardSchema['~standard']> | undefined
  return standard?.version === 1 && typeof standard.validate === 'function'
}

const hashed = new WeakMap<StandardSchema, unknown>()

/**
 * What is known of a schema for telling it from another: its vendor, and its JSON Schema where the library can say it
 * (Zod from 4.2 on).
 */
export function schemaIdentity(schema: StandardSchema): unknown {
  let identity = hashed.get(schema)
  if (identity === undefined) {
    identity = { vendor: schema['~standard'].vendor, ...jsonSchemaOf(schema) }
    hashed.set(schema, identity)
  }
  return identity
}

interface WithJsonSchema {
  readonly jsonSchema?: { readonly input?: (options: { target: 'draft-2020-12' }) => unknown }
}

function jsonSchemaOf(schema: StandardSchema): { jsonSchema?: unknown } {
  try {
    const jsonSchema = (schema['~standard'] as WithJsonSchema).jsonSchema?.input?.({ target: 'draft-2020-12' })
    return jsonSchema === undefined ? {} : { jsonSchema: JSON.parse(JSON.stringify(jsonSchema)) as unknown }
  } catch {
    // Not every schema can be said as one: a transformation, a custom check.
    return {}
  }
}
