import type { Meaning, Meanings } from '../../../encoder/meanings.js'
import { contentStems } from '../../../text/content-stems.js'
import { tokenize } from '../../../text/tokenize.js'
import { tellingStems } from '../telling-stems.js'
import type { IntentCoefficients } from './intent-coefficients.js'
import type { IntentInQuestion } from './intent-in-question.js'
import { intentLikelihood, type IntentLikelihood } from './intent-likelihood.js'

/**
 * Sentences that are also looked at alone, since an intent may be one of many things that a reply says: so many of them, each with words
 * enough of its own.
 */
const MOST_SENTENCES = 4
const LEAST_WORDS = 3

/** Likelihood of the whole from which no sentence could tell more: reading one takes longer than all else. */
const SURE = 0.985

export interface IntentFinding {
  /** What was found to have the intent, if anything has. */
  text: Meaning
  likelihood: IntentLikelihood
  /** The text is one of several sentences. */
  isPart: boolean
}

/** How likely sentences have an intent: all together, or the one of them that fits best. */
export async function findIntent(
  sentences: readonly string[],
  intent: IntentInQuestion,
  tools: { meanings: Meanings; coefficients: IntentCoefficients },
): Promise<IntentFinding> {
  const find = (text: Meaning, isPart: boolean): IntentFinding => ({
    text,
    likelihood: intentLikelihood(text, intent, tools),
    isPart,
  })
  const whole = find(await tools.meanings.of(sentences.join(' ')), false)
  if (whole.likelihood.probability >= SURE) return whole
  const parts = await Promise.all(promising(sentences, intent).map((sentence) => tools.meanings.of(sentence)))
  return parts
    .map((text) => find(text, true))
    .reduce((best, next) => (next.likelihood.probability > best.likelihood.probability ? next : best), whole)
}

/** Those that share most with what is known of the intent, of several that could stand alone. */
function promising(sentences: readonly string[], { label, description, examples }: IntentInQuestion): string[] {
  if (sentences.length === 1) return []
  const known = new Set(
    [label, ...(description === undefined ? [] : [description.alone]), ...examples].flatMap((one) => [...one.stems]),
  )
  return [...new Set(sentences)]
    .filter((sentence) => tellingStems(sentence).length >= LEAST_WORDS)
    .map((sentence) => ({
      sentence,
      shared: contentStems(tokenize(sentence)).filter((word) => known.has(word)).length,
    }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST_SENTENCES)
    .map(({ sentence }) => sentence)
}
