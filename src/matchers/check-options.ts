import { describeValue } from './describe-value.js'

/** The types that an option may have, by name. */
export type OptionTypes<Options> = Record<keyof Options, OptionType>
type OptionType = 'string' | 'text' | 'number' | 'boolean' | 'strings' | 'object' | 'rubric' | 'criteria' | 'check'

/**
 * Holds a matcher's options against what it knows. Hand-written since every test file pays for what a matcher imports.
 *
 * @throws {TypeError} on an unknown option or a wrong type, naming the option, what was expected and what came
 */
export function checkOptions<Options extends object>(
  matcher: string,
  options: Options,
  types: OptionTypes<Options>,
): void {
  if (typeof options !== 'object' || (options as unknown) === null || Array.isArray(options)) {
    throw new TypeError(`${matcher}: expected its options as an object, got ${describeValue(options)}`)
  }
  for (const [name, value] of Object.entries(options) as [string, unknown][]) {
    const type = Object.hasOwn(types, name) ? types[name as keyof Options] : undefined
    if (type === undefined) {
      throw new TypeError(`${matcher}: unknown option "${name}"; known are ${Object.keys(types).sort().join(', ')}`)
    }
    if (value !== undefined && !isOfType(value, type)) {
      throw new TypeError(`${matcher}: expected the option "${name}" as ${EXPECTED[type]}, got ${describeValue(value)}`)
    }
  }
}

const EXPECTED: Record<OptionType, string> = {
  string: 'a non-empty string',
  text: 'a string',
  number: 'a finite number',
  boolean: 'true or false',
  strings: 'a non-empty list of strings',
  object: 'an object',
  rubric: 'prose or { criteria: [{ text, weight?, check? }] }',
  criteria: 'a non-empty list of { text, weight?, check? }',
  check: "a check such as { mentions: '12345' }",
}

function isOfType(value: unknown, type: OptionType): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string' && value.trim() !== ''
    case 'text':
      return typeof value === 'string'
    case 'number':
      return Number.isFinite(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'strings':
      return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'criteria':
      return Array.isArray(value) && value.length > 0 && value.every(isCriterion)
    case 'check':
      return isOfType(value, 'object') && Object.keys(value as object).some((key) => CHECKS.has(key))
    case 'rubric':
      return (
        isOfType(value, 'string') ||
        (isOfType(value, 'object') && isOfType((value as { criteria?: unknown }).criteria, 'criteria'))
      )
  }
}

function isCriterion(value: unknown): boolean {
  if (!isOfType(value, 'object')) return false
  const { text, weight, check } = value as { text?: unknown; weight?: unknown; check?: unknown }
  return (
    isOfType(text, 'string') &&
    (weight === undefined || (Number.isFinite(weight) && (weight as number) > 0)) &&
    (check === undefined || isOfType(check, 'check'))
  )
}

const CHECKS = new Set([
  'mentions',
  'avoids',
  'matches',
  'maxWords',
  'minWords',
  'language',
  'answers',
  'intent',
  'entities',
])
