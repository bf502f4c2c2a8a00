import { findValue } from '../../text/find-value.js'
import { nearestPhrase } from '../../text/nearest-phrase.js'
import { quoteText } from '../../text/quote-text.js'
import { tokenize, type Token } from '../../text/tokenize.js'
import { compareEntities } from '../compare-entities.js'
import { entityValues, type EntityValue } from '../entity-values.js'
import type { EntitiesRequest, Judgement } from '../judge.js'
import { valueForms } from '../value-forms.js'
import { decline } from './decline.js'

interface Sought extends EntityValue {
  forms: Token[][]
}

/**
 * The share of the expected values that a reply names, 0..1, as whole tokens (`5` is not in `12345`), numbers by their value. What the
 * assistant itself extracted, where given, is compared instead. Declines where nothing is expected that a text could name.
 */
export function judgeEntities(request: EntitiesRequest): Judgement {
  const { reply, expected, extracted, aliases, exact } = request
  const values = entityValues(expected)
  if (values.length === 0) {
    return decline(
      'No value is expected, so there is nothing to look for.',
      "Expect some, such as { order_id: ['12345'] }.",
    )
  }
  if (extracted !== undefined) {
    return compareEntities({
      expected,
      extracted,
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

  const sought = values.map((item) => ({ ...item, forms: formsOf(item, aliases) }))
  const judged = sought.filter(({ forms }) => forms.length > 0)
  const left = sought.filter(({ forms }) => forms.length === 0)
  if (judged.length === 0) {
    return decline(
      `A text cannot be searched for ${left.map(show).join(', ')}.`,
      'Expect words or numbers, let the assistant return its entities, or use an LLM judge.',
    )
  }
  const tokens = tokenize(reply)
  const found = judged.filter(({ forms }) => forms.some((form) => findValue(tokens, form) !== -1))
  const missed = judged.filter((item) => !found.includes(item))
  const parts = [
    `Found ${found.length} of ${judged.length}${found.length > 0 ? `: ${found.map(show).join(', ')}` : ''}`,
    missed.length > 0 ? `missed: ${missed.map((item) => showMissed(item, tokens)).join(', ')}` : '',
    left.length > 0 ? `not judged, since a text cannot be searched for it: ${left.map(show).join(', ')}` : '',
  ]
  return { value: found.length / judged.length, rationale: `${parts.filter((part) => part !== '').join('; ')}.` }
}

function formsOf({ value }: EntityValue, aliases: EntitiesRequest['aliases']): Token[][] {
  return value === null || typeof value === 'boolean' ? [] : valueForms(value, aliases)
}

function show({ name, value }: EntityValue): string {
  return `${quoteText(name).slice(1, -1)} ${quoteText(String(value))}`
}

function showMissed(item: Sought, tokens: Token[]): string {
  const nearest = nearestPhrase(tokens, item.forms[0] ?? [])
  return nearest === undefined ? show(item) : `${show(item)} (nearest: ${quoteText(nearest)})`
}
