import { seededRandom } from '../../.build/statistics/seeded-random.js'
import { shuffled } from './shuffled.mjs'

/**
 * A set's texts that are asked about, by chance, and its labels with what may be known of them: examples are of the other texts.
 *
 * @param texts how many are asked about
 * @param examples how many each label is given, of texts and of the messages that they answer
 */
export function splitIntents(rows, { texts, examples = 5, seed = 1 }) {
  const order = shuffled(rows, seededRandom({ seed }).random)
  const rest = order.slice(texts)
  const labels = [...new Map(rows.map((row) => [row.intent, row])).values()].map(({ intent, description, domain }) => ({
    intent,
    description,
    domain,
    examples: distinct(rest, intent, 'text', examples),
    messages: distinct(rest, intent, 'input', examples),
  }))
  // A label that stands in two domains counts to the first.
  const domains = new Map(labels.map(({ intent, domain }) => [intent, domain]))
  return { asked: order.slice(0, texts).map((row) => ({ ...row, domain: domains.get(row.intent) })), labels }
}

function distinct(rows, intent, field, count) {
  const texts = new Set()
  for (const row of rows) {
    if (texts.size >= count) break
    if (row.intent === intent && row[field] !== undefined) texts.add(row[field])
  }
  return [...texts]
}
