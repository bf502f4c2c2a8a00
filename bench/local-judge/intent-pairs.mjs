import { intentEvidence, readIntent } from '../../.build/judges/local/intent/intent-evidence.js'
import { withNearest } from '../../.build/judges/local/intent/intent-likelihood.js'
import { splitLabel } from '../../.build/text/split-label.js'
import { tokenize } from '../../.build/text/tokenize.js'

/**
 * Every one of some texts with every label of its set: what the evidence is, whether the text has the intent, and whether the label is
 * of the same domain.
 *
 * @param split as `splitIntents` makes it
 */
export async function intentPairs({ asked, labels }, meanings) {
  const read = new Map()
  for (const known of labels) read.set(known.intent, await readAll(known, meanings))
  const pairs = []
  for (const row of asked) {
    const text = await meanings.of(row.text)
    for (const known of labels) {
      const { label, bare, examples, messages } = read.get(known.intent)
      pairs.push({
        row,
        intent: known.intent,
        isOfIntent: known.intent === row.intent,
        isSibling: known.intent !== row.intent && known.domain === row.domain,
        domain: known.domain,
        labelWords: shareOfLabelWords(row.text, known.intent),
        label: intentEvidence(text, label, meanings),
        bare: intentEvidence(text, bare, meanings),
        examples: evidenceBeside(row.text, text, examples, meanings),
        nearestExamples: evidenceBeside(row.text, text, withNearest(text, withoutText(examples, row.text)), meanings),
        messages: evidenceBeside(row.input, text, messages, meanings),
      })
    }
  }
  return pairs
}

async function readAll({ intent, description, examples, messages }, meanings) {
  return {
    label: await readIntent({ intent, description }, meanings),
    bare: await readIntent({ intent }, meanings),
    examples: await readIntent({ intent, examples }, meanings),
    messages: await readIntent({ intent, examples: messages }, meanings),
  }
}

/** A text that stands twice in its set would be its own example. */
function evidenceBeside(own, text, known, meanings) {
  const others = withoutText(known, own)
  return others.examples.length === 0 ? undefined : intentEvidence(text, others, meanings)
}

function withoutText(known, own) {
  return { ...known, examples: known.examples.filter((example) => example.text !== own) }
}

/** What one would do without a judge: count the label's words in the text. */
function shareOfLabelWords(text, label) {
  const present = new Set(tokenize(text).map((token) => token.text))
  const words = splitLabel(label)
  return words.filter((word) => present.has(word)).length / words.length
}
