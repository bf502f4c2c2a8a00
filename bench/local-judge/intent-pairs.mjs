import { intentEvidence } from '../../.build/judges/local/intent-evidence.js'
import { seededRandom } from '../../.build/statistics/seeded-random.js'
import { splitLabel } from '../../.build/text/split-label.js'
import { tokenize } from '../../.build/text/tokenize.js'
import { shuffled } from './shuffled.mjs'

/**
 * Every one of some texts with every label of its set: what the evidence is, whether the text has the intent, and whether the label is
 * of the same domain.
 *
 * @param texts how many, taken by chance; examples are of the others
 * @param examples how many each label is given; 0 for none
 * @param described whether a label is given its description
 */
export function intentPairs(rows, meanings, { texts, examples = 0, described = false, seed = 1 }) {
  const labels = [...new Set(rows.map(({ intent }) => intent))]
  const of = (field) => new Map(rows.map((row) => [row.intent, row[field]]))
  const [descriptions, domains] = [of('description'), of('domain')]
  const order = shuffled(rows, seededRandom({ seed }).random)
  const asked = order.slice(0, texts)
  const known = new Map(
    labels.map((intent) => [
      intent,
      {
        intent,
        ...(described && { description: descriptions.get(intent) }),
        examples: examplesOf(order.slice(texts), intent, examples),
      },
    ]),
  )
  return asked.flatMap((row) => {
    const text = meanings.of(row.text)
    return labels.map((label) => {
      const knowledge = known.get(label)
      // A text that stands twice in its set would be its own example.
      const others = knowledge.examples.filter((example) => example !== row.text)
      return {
        evidence: intentEvidence(text, { ...knowledge, examples: others }, meanings),
        labelWords: shareOfLabelWords(row.text, label),
        isOfIntent: label === row.intent,
        isSibling: label !== row.intent && domains.get(label) === row.domain,
      }
    })
  })
}

function examplesOf(rows, intent, count) {
  const texts = new Set()
  for (const row of rows) {
    if (texts.size >= count) break
    if (row.intent === intent) texts.add(row.text)
  }
  return [...texts]
}

/** What one would do without a judge: count the label's words in the text. */
function shareOfLabelWords(text, label) {
  const present = new Set(tokenize(text).map((token) => token.text))
  const words = splitLabel(label)
  return words.filter((word) => present.has(word)).length / words.length
}
