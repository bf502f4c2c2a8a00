import { quoteText } from '../text/quote-text.js'
import { splitLabel } from '../text/split-label.js'
import { scanEntities, type ReadingOptions } from './entities/entity-scan.js'
import { expectedValues, isPattern, type ExpectedValue } from './entities/expected-values.js'
import type { EntityType } from './entities/entity-type.js'
import { spansOfType } from './entities/find-typed.js'
import { matchPattern } from './entities/match-pattern.js'
import type { DateReader } from './entities/read-dates.js'
import { sameTyped } from './entities/same-typed.js'
import { showExpected } from './entities/show-expected.js'
import { isAllOf, typedValue, type TypedValue } from './entities/typed-value.js'
import { entityValues, type Scalar } from './entity-values.js'
import { valueForms, type Aliases } from './value-forms.js'

export interface EntitiesComparison {
  expected: Record<string, unknown>
  /** What the assistant returned. */
  extracted: Record<string, unknown>
  /** Other ways to say a value: `{ 'San Francisco': ['SFO'] }`. */
  aliases?: Aliases
  /** ISO date that relative dates count from. */
  referenceDate?: string | undefined
  /** Score F1, so that entities too many count as well, instead of recall. Default false. */
  exact?: boolean
  readDates: DateReader
}

interface Returned {
  name: string
  value: Exclude<Scalar, null>
  /** Read when it is first compared. */
  typed?: TypedValue
}

/**
 * How many of the expected entities an assistant returned, 0..1: recall, or F1 with `exact`. Names are compared however they are written
 * (`order_id`, `orderId`), values by their type (`2019-03-04` is `March 4th 2019`, `5` is `$5`, but `$5` is not `5`); a list counts one
 * by one, in any order. An expected `null` asks that there be no such entity. O(expected × extracted).
 *
 * @throws {TypeError} where nothing is expected, for then there is nothing to score
 * @example
 * compareEntities({ expected: { order_id: ['12345'] }, extracted: { orderId: '#12345' }, readDates }) // { value: 1, rationale: … }
 */
export function compareEntities(comparison: EntitiesComparison): { value: number; rationale: string } {
  const { expected, extracted, aliases, referenceDate, exact = false, readDates } = comparison
  const options = { readDates, referenceDate }
  const wanted = expectedValues(expected)
  if (wanted.length === 0) {
    throw new TypeError(
      `compareEntities: expected at least one value, such as { order_id: ['12345'] }, got ${quoteText(JSON.stringify(expected))}. ` +
        'To expect that an entity is absent, write null.',
    )
  }
  const left = entityValues(extracted).flatMap(({ name, value }): Returned[] =>
    value === null ? [] : [{ name, value }],
  )
  const returned = left.length
  const hits = new Set<ExpectedValue>()
  const missed = new Map<ExpectedValue, string>()
  // What says least is looked for last, so that it takes nothing that something else needs.
  for (const item of wanted.toSorted((a, b) => vagueness(a) - vagueness(b))) {
    const sameName = left.filter(({ name }) => nameKey(name) === nameKey(item.name))
    if (item.value === null) {
      if (sameName.length === 0) hits.add(item)
      else missed.set(item, `${item.name} absent (got ${list(sameName)})`)
      continue
    }
    const matches = matcherOf(item.value, aliases, options)
    const match = sameName.find(({ value }) => value === item.value) ?? sameName.find(matches)
    if (match === undefined) {
      missed.set(item, `${showExpected(item)} (${sameName.length === 0 ? 'not returned' : `got ${list(sameName)}`})`)
    } else {
      hits.add(item)
      left.splice(left.indexOf(match), 1)
    }
  }
  const found = wanted.filter((item) => hits.has(item) && item.value !== null)
  const absent = hits.size - found.length
  const recall = hits.size / wanted.length
  // An absence that was asked for and kept is one of the answers too.
  const precision = returned + absent === 0 ? 0 : hits.size / (returned + absent)
  const value = !exact ? recall : hits.size === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  const parts = [
    `The assistant returned ${hits.size} of ${wanted.length} expected (recall ${recall.toFixed(2)}, precision ${precision.toFixed(2)})`,
    found.length > 0 ? `found: ${found.map(showExpected).join(', ')}` : '',
    missed.size > 0 ? `missed: ${wanted.flatMap((item) => missed.get(item) ?? []).join(', ')}` : '',
    exact && left.length > 0 ? `not expected: ${left.map(showExpected).join(', ')}` : '',
  ]
  return { value, rationale: `${parts.filter((part) => part !== '').join('; ')}.` }
}

function vagueness({ value }: ExpectedValue): number {
  return typeof value !== 'object' || value === null ? 0 : isPattern(value) ? 1 : 2
}

function nameKey(name: string): string {
  return splitLabel(name).join('') || name
}

function matcherOf(
  wanted: Exclude<ExpectedValue['value'], null>,
  aliases: Aliases | undefined,
  options: ReadingOptions,
): (item: Returned) => boolean {
  if (typeof wanted === 'boolean') return ({ value }) => String(value).toLowerCase() === String(wanted)
  if (typeof wanted === 'object') {
    if (isPattern(wanted)) return ({ value }) => typeof matchPattern(wanted, String(value)) === 'object'
    return ({ value }) => typeof value !== 'boolean' && isOfType(String(value), wanted.$any, options)
  }
  const forms = valueForms(wanted, aliases).map((form) => typedValue(form, options))
  return (item) => {
    if (typeof item.value === 'boolean') return item.value === isTrue(wanted)
    item.typed ??= typedValue(item.value, options)
    const { typed } = item
    return forms.some((form) => sameTyped(typed, form))
  }
}

function isOfType(text: string, type: EntityType, options: ReadingOptions): boolean {
  const spans = spansOfType(scanEntities(text, options), type)
  return type === 'text' ? spans.length > 0 : spans.some((span) => isAllOf(text, span))
}

/** `'true'` is expected of an assistant that returns `true`. */
function isTrue(wanted: string | number | bigint): boolean | undefined {
  const text = String(wanted).toLowerCase()
  return text === 'true' ? true : text === 'false' ? false : undefined
}

function list(values: Returned[]): string {
  return values.map(({ value }) => quoteText(String(value))).join(', ')
}
