import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type * as Yaml from 'js-yaml'
import { DatasetError, type DatasetProblem } from '../cases/dataset-error.js'
import { intentsSchema, type Intents } from './intents-schema.js'

/**
 * What a YAML (or JSON) file says of intents: a mapping from label to `description`, `examples` and `alternatives`.
 *
 * @param file from the root, or absolute
 * @throws {DatasetError} with everything that is wrong in the file
 * @example
 * // order_support:
 * //   description: Tells where an order is.
 * //   examples: [Your parcel is on its way.]
 */
export function readIntents(file: string, root: string): Intents {
  const parsed = intentsSchema.safeParse(parse(file, readText(file, root)))
  if (parsed.success) return parsed.data
  throw new DatasetError(
    file,
    parsed.error.issues.map(({ path, message }): DatasetProblem => ({
      ...(path.length > 0 && { field: path.map(String).join('.') }),
      message: message.replace(/, received .*$/, ''),
    })),
  )
}

/** What the option `intents` stands for: itself, or what the file of that name says. */
export function resolveIntents(intents: Intents | string, root: string): Intents {
  return typeof intents === 'string' ? readIntents(intents, root) : intents
}

function readText(file: string, root: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(resolve(root, file)))
  } catch (cause) {
    const message = `expected a YAML file of intents, got: ${(cause as Error).message}; see judge({ intents })`
    throw new DatasetError(file, [{ message }], { cause })
  }
}

function parse(file: string, text: string): unknown {
  // Here, and not with every configuration.
  const yaml = createRequire(import.meta.url)('js-yaml') as typeof Yaml
  try {
    return yaml.load(text, { schema: yaml.CORE_SCHEMA })
  } catch (cause) {
    if (!(cause instanceof yaml.YAMLException)) throw cause
    const { reason, mark } = cause
    const message = `expected YAML, got: ${reason}`
    throw new DatasetError(file, [{ ...(mark && { line: mark.line + 1 }), message }], { cause })
  }
}
