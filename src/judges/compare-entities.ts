import { quoteText } from '../text/quote-text.js'
import { sameValue } from '../text/same-value.js'
import { splitLabel } from '../text/split-label.js'
import { tokenize } from '../text/tokenize.js'
import { entityValues, type EntityValue } from './entity-values.js'
import { valueForms, type Aliases } from './value-forms.js'

export interface EntitiesComparison {
  expected: Record<string, unknown>
  /** What the assistant returned. */
  extracted: Record<string, unknown>
  /** Other ways to say a value: `{ 'San Francisco': ['SFO'] }`. */
  aliases?: Aliases
  /** Score F1, so that entities too many count as well, instead of recall. Default false. */
  exact?: boolean
}

/**
 * How many of the expected entities an assistant returned, 0..1: recall, or F1 with `exact`. Names are compared however they are written
 * (`order_id`, `orderId`), values but for case, accents, punctuation and the form of numbers; a list counts one by one, in any order.
 * An expected `null` asks that there be no such entity. O(expected × extracted).
 *
 * @throws {TypeError} where nothing is expected, for then there is nothing to score
 * @example
 * compareEntities({ expected: { order_id: ['12345'] }, extracted: { orderId: '#12345' } }) // { value: 1, rationale: … }
 */
export function compareEntities({ expected, extracted, aliases, exact = false }: EntitiesComparison): {
  value: number
  rationale: string
} {
  const wanted = entityValues(expected)
  if (wanted.length === 0) {
    throw new TypeError(
      `compareEntities: expected at least one value, such as { order_id: ['12345'] }, got ${quoteText(JSON.stringify(expected))}. ` +
        'To expect that an entity is absent, write null.',
    )
  }
  const left = entityValues(extracted).filter(({ value }) => value !== null)
  const returned = left.length
  const found: EntityValue[] = []
  const missed: string[] = []
  let absent = 0
  for (const item of wanted) {
    const sameName = left.filter(({ name }) => nameKey(name) === nameKey(item.name))
    if (item.value === null) {
      if (sameName.length === 0) absent++
      else missed.push(`${item.name} absent (got ${list(sameName)})`)
      continue
    }
    const match = sameName.find(({ value }) => matches(value, item, aliases))
    if (match === undefined) {
      missed.push(`${show(item)} (${sameName.length === 0 ? 'not returned' : `got ${list(sameName)}`})`)
    } else {
      found.push(item)
      left.splice(left.indexOf(match), 1)
    }
  }
  const hits = found.length + absent
  const recall = hits / wanted.length
  // An absence that was asked for and kept is one of the answers too.
  const precision = returned + absent === 0 ? 0 : hits / (returned + absent)
  const value = !exact ? recall : hits === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  const parts = [
    `The assistant returned ${hits} of ${wanted.length} expected`,
    found.length > 0 ? `found: ${found.map(show).join(', ')}` : '',
    missed.length > 0 ? `missed: ${missed.join(', ')}` : '',
    exact && left.length > 0 ? `not expected: ${left.map(show).join(', ')}` : '',
  ]
  return { value, rationale: `${parts.filter((part) => part !== '').join('; ')}.` }
}

function nameKey(name: string): string {
  return splitLabel(name).join('') || name
}

function matches(value: EntityValue['value'], { value: wanted }: EntityValue, aliases: Aliases | undefined): boolean {
  if (value === wanted) return true
  if (wanted === null || value === null) return false
  if (typeof wanted === 'boolean' || typeof value === 'boolean') {
    return String(value).toLowerCase() === String(wanted)
  }
  const tokens = tokenize(String(value))
  return valueForms(wanted, aliases).some((form) => sameValue(tokens, form))
}

function show({ name, value }: EntityValue): string {
  return `${quoteText(name).slice(1, -1)} ${quoteText(String(value))}`
}

function list(values: EntityValue[]): string {
  return values.map(({ value }) => quoteText(String(value))).join(', ')
}
