import { quoteText } from '../../text/quote-text.js'
import { compareEntities } from '../compare-entities.js'
import { scanEntities, type EntityScan, type ReadingOptions } from '../entities/entity-scan.js'
import { expectedValues, isPattern, type ExpectedValue } from '../entities/expected-values.js'
import { findTyped, spansOfType } from '../entities/find-typed.js'
import { matchPattern } from '../entities/match-pattern.js'
import { nearestTyped } from '../entities/nearest-typed.js'
import { readDates } from '../entities/read-dates.js'
import { showExpected } from '../entities/show-expected.js'
import type { Span } from '../entities/span.js'
import { typedValue, type TypedValue } from '../entities/typed-value.js'
import type { EntitiesRequest, Judgement } from '../judge.js'
import { valueForms } from '../value-forms.js'
import { decline } from './decline.js'

interface Looked {
  item: ExpectedValue
  /** Where the reply says it; absent where it does not. */
  found?: Span | undefined
  nearest?: Span | undefined
}

/**
 * The share of the expected values that a reply names, 0..1. Each is looked for by its type: dates as days, money in its currency, ids as a
 * whole, names with few slips; see `typedValue`. What the assistant itself extracted, where given, is compared instead. Declines where
 * nothing is expected that a text could name. Near-linear in the length of the reply, times the number of values.
 *
 * @throws {TypeError} on a pattern that does not compile and on a type that is none
 */
export function judgeEntities(request: EntitiesRequest): Judgement {
  const { reply, expected, extracted, aliases, referenceDate, exact } = request
  const values = expectedValues(expected)
  if (values.length === 0) {
    return decline(
      'No value is expected, so there is nothing to look for.',
      "Expect some, such as { order_id: ['12345'] }.",
    )
  }
  const options = { readDates, referenceDate }
  if (extracted !== undefined) {
    return compareEntities({
      expected,
      extracted,
      ...options,
      ...(aliases !== undefined && { aliases }),
      ...(exact !== undefined && { exact }),
    })
  }
  if (exact === true) {
    return decline(
      'Which entities a reply names too many cannot be told from its words.',
      'Let the assistant return its entities, leave out { exact: true }, or use an LLM judge.',
    )
  }

  const scan = scanEntities(reply, options)
  const looked: Looked[] = []
  const left: ExpectedValue[] = []
  for (const item of values) {
    const result = look(item, scan, aliases, options)
    if (result === 'too slow') {
      return decline(
        `Looking for ${showExpected(item)} takes too long in this reply.`,
        'Write the pattern without repetitions within repetitions.',
      )
    }
    if (result === undefined) left.push(item)
    else looked.push(result)
  }
  if (looked.length === 0) {
    return decline(
      `A text cannot be searched for ${left.map(showExpected).join(', ')}.`,
      'Expect words or numbers, let the assistant return its entities, or use an LLM judge.',
    )
  }
  const found = looked.filter((one) => one.found !== undefined)
  const missed = looked.filter((one) => one.found === undefined)
  const parts = [
    `Found ${found.length} of ${looked.length}${found.length > 0 ? `: ${found.map((one) => showFound(one, reply)).join(', ')}` : ''}`,
    missed.length > 0 ? `missed: ${missed.map((one) => showMissed(one, reply)).join(', ')}` : '',
    left.length > 0 ? `not judged, since a text cannot be searched for it: ${left.map(showExpected).join(', ')}` : '',
  ]
  return { value: found.length / looked.length, rationale: `${parts.filter((part) => part !== '').join('; ')}.` }
}

/** `undefined` for what no text can be searched for. */
function look(
  item: ExpectedValue,
  scan: EntityScan,
  aliases: EntitiesRequest['aliases'],
  options: ReadingOptions,
): Looked | 'too slow' | undefined {
  const { value } = item
  if (value === null || typeof value === 'boolean') return undefined
  if (typeof value === 'object') {
    if (!isPattern(value)) return { item, found: spansOfType(scan, value.$any)[0] }
    const found = matchPattern(value, scan.original)
    return found === 'too slow' ? found : { item, found }
  }
  const forms = valueForms(value, aliases)
    .map((form) => ({ form, typed: typedValue(form, options) }))
    .filter(({ typed }) => isSearchable(typed))
  const [own] = forms
  if (own === undefined) return undefined
  for (const { typed } of forms) {
    const found = findTyped(scan, typed)
    if (found !== undefined) return { item, found }
  }
  return { item, nearest: nearestTyped(scan, own.typed, String(own.form)) }
}

function isSearchable(typed: TypedValue): boolean {
  return typed.type !== 'text' || typed.words.length > 0
}

function showFound({ item, found }: Looked, reply: string): string {
  const said = found === undefined ? '' : reply.slice(found.at, found.end)
  const isAsWritten = typeof item.value !== 'object' && said === String(item.value)
  return isAsWritten || found === undefined
    ? showExpected(item)
    : `${showExpected(item)} (as ${quoteText(said)} at ${found.at})`
}

function showMissed({ item, nearest }: Looked, reply: string): string {
  if (nearest === undefined) return showExpected(item)
  return `${showExpected(item)} (nearest: ${quoteText(reply.slice(nearest.at, nearest.end))} at ${nearest.at})`
}
