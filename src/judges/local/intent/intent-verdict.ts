import type { Meaning, Meanings } from '../../../encoder/meanings.js'
import { tellingStems } from '../telling-stems.js'
import type { IntentFinding } from './find-intent.js'
import { groundOf, type Ground, type IntentInQuestion } from './intent-in-question.js'
import { labelWords, saysDescription } from './label-words.js'

/** Likelihood from which a reply passes, by what there is to go by: chosen for the precision in bench/local-judge.md. */
const LIKELY: Record<Ground, number> = { label: 0.95, alternatives: 0.95, examples: 0.95, messages: 0.97 }

/** The same for a text of next to no words of its own: "In what city?" fits many an intent. */
const LIKELY_IN_FEW_WORDS = 0.985
const FEW_WORDS = 1

/** Likelihood up to which a reply fails, where something shows what it is not; and by the label alone, which must agree with examples. */
const UNLIKELY = [
  { probability: 0.03, byLabel: 0.2 },
  { probability: 0.015, byLabel: 0.5 },
]

/** The same for a reply that has no word of its own. */
const UNLIKELY_IF_GENERIC = 0.1

/** The same beside an alternative that passes by its label. */
const UNLIKELY_BESIDE_RIVAL = 0.12

export type IntentVerdict =
  | { verdict: 'passed'; /** How far above what is needed, 0..1. */ surety: number }
  | { verdict: 'failed'; /** How near to what is needed for that, 0..1. */ doubt: number }
  | { verdict: 'undecided' }

/** Whether a reply passes for an intent, fails, or neither. By the label alone nothing fails: who says it in other words may be right. */
export function intentVerdict(
  { text, likelihood: { probability, byLabel, rival } }: Pick<IntentFinding, 'text' | 'likelihood'>,
  intent: IntentInQuestion,
  { isGeneric, meanings }: { isGeneric: boolean; meanings: Meanings },
): IntentVerdict {
  const ground = groundOf(intent)
  const rivalFits = rival !== undefined && rival.byLabel >= LIKELY.label
  const likely =
    tellingStems(text.text).length <= FEW_WORDS ? Math.max(LIKELY_IN_FEW_WORDS, LIKELY[ground]) : LIKELY[ground]
  const isTold = {
    label: () => saysLabel(text, intent, meanings),
    alternatives: () => !rivalFits || saysMoreThan(intent, rival.name),
    examples: () => true,
    messages: () => true,
  }
  if (probability >= likely && isTold[ground]() && !isGeneric) {
    return { verdict: 'passed', surety: (probability - likely) / (1 - likely) }
  }

  if (ground === 'label') return { verdict: 'undecided' }
  const agreed = UNLIKELY.filter((bound) => byLabel <= bound.byLabel).map((bound) => bound.probability)
  const unlikely = Math.max(
    0,
    ...(rivalFits ? [UNLIKELY_BESIDE_RIVAL] : []),
    ...(ground === 'alternatives' ? [] : agreed),
    ...(ground !== 'alternatives' && isGeneric ? [UNLIKELY_IF_GENERIC] : []),
  )
  return probability <= unlikely ? { verdict: 'failed', doubt: probability / unlikely } : { verdict: 'undecided' }
}

/** Words that mean something alike are not enough where nothing tells siblings apart: `reserve_hotel`, `search_hotel`. */
function saysLabel(text: Meaning, { label, description }: IntentInQuestion, meanings: Meanings): boolean {
  return (
    labelWords(label, text, meanings).every(({ saidBy }) => saidBy !== undefined) ||
    (description !== undefined && saysDescription(description.alone, text, meanings))
  )
}

/** All words of the other label are the intent's own: what says `order_status` also says `order`. */
function saysMoreThan({ label, rivals }: IntentInQuestion, rival: string): boolean {
  const other = rivals.find(({ name }) => name === rival)?.label
  return other !== undefined && [...other.stems].every((word) => label.stems.has(word))
}
