import { alignment, information } from '../../../encoder/alignment.js'
import { likeness } from '../../../encoder/likeness.js'
import type { Meaning, Meanings } from '../../../encoder/meanings.js'
import { splitLabel } from '../../../text/split-label.js'
import { stem } from '../../../text/stem.js'

/** What is known of an intent. */
export interface KnownIntent {
  intent: string
  description?: string | undefined
  examples?: readonly string[] | undefined
}

/** The same as texts that were read. */
export interface IntentMeaning {
  label: Meaning
  description?: { alone: Meaning; withLabel: Meaning }
  examples: readonly Meaning[]
}

/** Numbers that show whether a text has an intent; which they are depends on whether examples are known. */
export type Evidence = readonly number[]

/** Reads what is known of an intent. */
export async function readIntent(
  { intent, description, examples = [] }: KnownIntent,
  meanings: Meanings,
): Promise<IntentMeaning> {
  const label = splitLabel(intent).join(' ')
  const [ofLabel, ofDescription, ofExamples] = await Promise.all([
    meanings.of(label),
    description === undefined
      ? undefined
      : Promise.all([meanings.of(description), meanings.of(`${label}. ${description}`)]),
    Promise.all(examples.map((example) => meanings.of(example))),
  ])
  return {
    label: ofLabel,
    ...(ofDescription !== undefined && { description: { alone: ofDescription[0], withLabel: ofDescription[1] } }),
    examples: ofExamples,
  }
}

/**
 * The evidence of a text for an intent. With examples it is held against them, else against the label and the description.
 *
 * @example
 * const known = await readIntent({ intent: 'parcel_tracking' }, meanings)
 * const text = await meanings.of('Your parcel is on its way.')
 * logit(intentEvidence(text, known, meanings), intentCoefficients.label)
 */
export function intentEvidence(text: Meaning, known: IntentMeaning, meanings: Meanings): Evidence {
  return known.examples.length === 0
    ? evidenceOfLabel(text, known, meanings)
    : evidenceOfExamples(text, known, meanings)
}

/**
 * The share of the label's stems that the text has; how much of what the text says the label says; how alike the two are in meaning. With a
 * description the better of both counts.
 */
function evidenceOfLabel(text: Meaning, { label, description }: IntentMeaning, meanings: Meanings): Evidence {
  const ofLabel = ofPhrase(text, label, meanings)
  if (description === undefined) return [ofLabel.stems, ofLabel.said, ofLabel.alike]
  const ofDescription = ofPhrase(text, description.alone, meanings)
  return [
    // A description has many words, of which no text has all.
    Math.max(ofLabel.stems, (ofLabel.stems + ofDescription.stems) / 2),
    Math.max(ofLabel.said, ofDescription.said),
    Math.max(ofLabel.alike, ofDescription.alike, likeness(text, description.withLabel)),
  ]
}

function ofPhrase(text: Meaning, phrase: Meaning, { words }: Meanings) {
  const wanted = [...phrase.stems]
  return {
    stems: wanted.length === 0 ? 0 : wanted.filter((one) => text.stems.has(one)).length / wanted.length,
    said: alignment(text.words, phrase.words, words),
    alike: likeness(text, phrase),
  }
}

/**
 * How much of the label's words the text says; how alike the text and the examples' mean are; the share of what the text says that the
 * examples together have the words for; and how much of the text the examples say, on average and the best of them.
 */
function evidenceOfExamples(text: Meaning, { label, examples }: IntentMeaning, meanings: Meanings): Evidence {
  const { words } = meanings
  const said = examples.map((example) => alignment(text.words, example.words, words))
  return [
    alignment(label.words, text.words, words),
    likeness(text, meanings.centre(examples)),
    sharedInformation(text, examples, meanings),
    said.reduce((sum, share) => sum + share, 0) / said.length,
    Math.max(...said),
  ]
}

function sharedInformation(text: Meaning, known: readonly Meaning[], { words }: Meanings): number {
  let shared = 0
  let total = 0
  for (const word of text.words) {
    const weight = information(word, words)
    total += weight
    if (known.some(({ stems }) => stems.has(stem(word)))) shared += weight
  }
  return total === 0 ? 0 : shared / total
}
