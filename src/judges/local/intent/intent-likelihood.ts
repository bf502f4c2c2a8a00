import { likeness } from '../../../encoder/likeness.js'
import type { Meaning, Meanings } from '../../../encoder/meanings.js'
import { logit, probability } from '../logistic-model.js'
import type { IntentCoefficients } from './intent-coefficients.js'
import { intentEvidence, type IntentMeaning } from './intent-evidence.js'
import type { IntentInQuestion } from './intent-in-question.js'

/** How many examples are near ones. */
const NEAREST = 3

/** What label and description still count where there are examples. */
const LABEL_BESIDE_EXAMPLES = 0.3

/** Beyond it a label does not fit the better for another fitting the worse. */
const GREATEST_LEAD = 4

export interface IntentLikelihood {
  /** That the text has the intent, where half of the texts have it, 0..1. */
  probability: number
  /** The same by label and description, whatever else is known. */
  byLabel: number
  /** The alternative that fits best, by its label. */
  rival?: { name: string; byLabel: number }
}

/** How likely a text has an intent: by the examples if there are any, and by the lead over the alternatives if there are any. */
export function intentLikelihood(
  text: Meaning,
  intent: IntentInQuestion,
  { meanings, coefficients }: { meanings: Meanings; coefficients: IntentCoefficients },
): IntentLikelihood {
  const ofLabel = (one: Omit<IntentMeaning, 'examples'>) =>
    logit(intentEvidence(text, { ...one, examples: [] }, meanings), coefficients.label)
  const byLabel = ofLabel(intent)
  const hasExamples = intent.examples.length > 0
  const own = !hasExamples
    ? byLabel
    : intent.areMessages
      ? logit(intentEvidence(text, intent, meanings), coefficients.messages)
      : strengthOfExamples({ ...byExamples(text, intent, { meanings, coefficients }), label: byLabel })
  const [rival] = intent.rivals
    .map(({ name, label }) => ({ name, byLabel: ofLabel({ label }) }))
    .sort((a, b) => b.byLabel - a.byLabel)
  if (rival === undefined) return { probability: probability(own), byLabel: probability(byLabel) }

  // A rival has no description: like is held against like.
  const lead = ofLabel({ label: intent.label }) - rival.byLabel
  const among = probability(
    logit([own, boundedLead(lead)], hasExamples ? coefficients.examplesAmongOthers : coefficients.labelAmongOthers),
  )
  return {
    // To lead the others is no ground to pass what the examples do not show.
    probability: hasExamples ? Math.min(probability(own), among) : among,
    byLabel: probability(byLabel),
    rival: { name: rival.name, byLabel: probability(rival.byLabel) },
  }
}

/**
 * @internal One logit of three: by all examples and by the nearest of them, each as much, for where examples are of many kinds a reply
 * need not be like them all; and a little by the label.
 */
export function strengthOfExamples({ all, nearest, label }: { all: number; nearest: number; label: number }): number {
  return (all + nearest) / 2 + LABEL_BESIDE_EXAMPLES * label
}

/** @internal */
export function boundedLead(lead: number): number {
  return Math.max(-GREATEST_LEAD, Math.min(GREATEST_LEAD, lead))
}

function byExamples(
  text: Meaning,
  intent: IntentMeaning,
  { meanings, coefficients }: { meanings: Meanings; coefficients: IntentCoefficients },
): { all: number; nearest: number } {
  return {
    all: logit(intentEvidence(text, intent, meanings), coefficients.examples),
    nearest: logit(intentEvidence(text, withNearest(text, intent), meanings), coefficients.nearestExamples),
  }
}

/** @internal With only the three examples that are most alike to a text. */
export function withNearest(text: Meaning, intent: IntentMeaning): IntentMeaning {
  const examples = intent.examples
    .map((example) => ({ example, likeness: likeness(text, example) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, NEAREST)
    .map(({ example }) => example)
  return { ...intent, examples }
}
