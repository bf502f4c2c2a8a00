import { contentStems } from '../../../text/content-stems.js'
import { quoteText } from '../../../text/quote-text.js'
import { stem } from '../../../text/stem.js'
import { tokenize } from '../../../text/tokenize.js'
import { sameLabel } from '../../compare-intent.js'
import type { IntentRequest, Judgement } from '../../judge.js'
import { decline } from '../decline.js'
import { isNonAnswer } from '../is-non-answer.js'
import { fitsBetter, labelMatch, type LabelMatch } from '../label-match.js'
import { spokenSentences } from '../spoken-sentences.js'
import { wordOverlap, type WordOverlap } from '../word-overlap.js'
import { isWordList } from './is-word-list.js'
import { mayBeForeign } from './may-be-foreign.js'
import { roundScore } from './round-score.js'

/** Evidence from which a reply is held to have the intent, and up to which it is held not to; between them the judge declines. */
const ENOUGH = 0.6
const NEXT_TO_NONE = 0.15

/** What a score must reach to be a pass, and what a failure stays below. */
const PASS = 0.8
const FAIL = 0.3

const oneOrTheOther = 'or use an LLM judge.'
const giveExamples = `Give examples of replies that have the intent ({ examples: ['…'] }), ${oneOrTheOther}`

interface Evidence {
  request: IntentRequest
  label: LabelMatch
  /** The example, or the description, that the reply shares most with. */
  best?: WordOverlap & { text: string }
}

/**
 * Whether a reply has an intent, by the words that it shares with the intent's label, description and examples. Words of the message
 * that the reply merely repeats do not count, nor do sentences that only say that the assistant cannot answer.
 * Passes at 0.8, fails at 0.3 and below, and declines in between and wherever there is no ground.
 *
 * @param knownLanguage that of description and examples, and of the reply as far as it can be told; `null` where it is none that is known
 */
export function judgeIntentByWords(request: IntentRequest, knownLanguage: string | null): Judgement {
  const { reply, input, intent, description = '', examples = [], alternatives = [] } = request
  const language = knownLanguage ?? 'en'
  // Of a language that is not known nobody can say which of its words join others.
  const sentences = spokenSentences(reply, input).filter(
    ({ tokens }) => knownLanguage === null || !isWordList(tokens, language),
  )
  const stemsOf = (chosen: typeof sentences) =>
    contentStems(
      chosen.flatMap(({ tokens }) => tokens),
      language,
    )
  const everything = stemsOf(sentences)
  const answers = stemsOf(sentences.filter(({ nonAnswer }) => !nonAnswer))

  const texts = [...examples, ...(description === '' ? [] : [description])]
  const overlaps = texts.map((text) => {
    // An example that is itself a refusal is what a refusal may match.
    const stems = isNonAnswer(text) ? everything : answers
    return { text, ...wordOverlap(contentStems(tokenize(text), language), stems) }
  })
  const best = overlaps.reduce<Evidence['best']>((a, b) => (a === undefined || b.share > a.share ? b : a), undefined)
  const label = labelMatch(intent, answers)
  const evidence: Evidence = { request, label, ...(best !== undefined && { best }) }

  const rival = alternatives
    .filter((alternative) => !sameLabel(alternative, intent))
    .map((alternative) => ({ alternative, match: labelMatch(alternative, answers) }))
    .find(({ match }) => fitsBetter(match, label) || (match.full && !fitsBetter(label, match)))
  if (rival !== undefined) return besideRival(evidence, rival)
  if (examples.length === 0) return withoutExamples(evidence, labelMatch(intent, everything))

  const strength = evidenceOf(evidence)
  if (strength >= ENOUGH) return pass(evidence, PASS + ((strength - ENOUGH) / (1 - ENOUGH)) * (1 - PASS))
  if (strength > NEXT_TO_NONE) {
    return decline(
      `The reply has too little in common with the intent ${quoteText(intent)} to say yes, and too much to say no: ${reasons(evidence)}.`,
      `Add an example of a reply like this one, or of what it should have been, ${oneOrTheOther}`,
    )
  }
  if (mayBeForeign(reply, language)) {
    return decline(
      `The reply has no word that is common in ${language}, the language of the examples, so it may be in another.`,
      giveExamples,
    )
  }
  return fail(evidence, (strength / NEXT_TO_NONE) * FAIL, everything.length > 0 && answers.length === 0)
}

/** 0..1 from both sources: the nearer of the two, and a little for agreement. */
function evidenceOf({ label, best }: Evidence): number {
  const share = best?.share ?? 0
  const covered = label.words.length === 0 ? 0 : label.present.length / label.words.length
  const ofLabel = label.full ? (label.words.length >= 2 ? 0.7 : 0.5) : 0.4 * covered
  return Math.min(1, Math.max(share, ofLabel) + 0.2 * Math.min(share, covered))
}

function withoutExamples(evidence: Evidence, anywhere: LabelMatch): Judgement {
  const { label, best, request } = evidence
  const share = best?.share ?? 0
  if (label.full) return pass(evidence, (label.words.length >= 2 ? 0.85 : PASS) + 0.1 * share)
  if (share >= ENOUGH) return pass(evidence, PASS)
  if (anywhere.full) {
    return decline(
      'The words of the label are only in a sentence that says that the assistant cannot answer.',
      giveExamples,
    )
  }
  const advice =
    request.description === undefined
      ? `Give examples of replies that have the intent ({ examples: ['…'] }) or a description, ${oneOrTheOther}`
      : giveExamples
  return decline(`To go by the words of the label is too little here: ${reasons(evidence)}.`, advice)
}

function besideRival(
  evidence: Evidence,
  { alternative, match }: { alternative: string; match: LabelMatch },
): Judgement {
  const { label, best } = evidence
  const fits = `the reply has all words of ${quoteText(alternative)} (${match.words.join(', ')})`
  const convincing = (best?.share ?? 0) >= ENOUGH
  if (fitsBetter(match, label) && !convincing) {
    return { value: 0.2, rationale: `Another intent fits better: ${fits}; of this one, ${reasons(evidence)}.` }
  }
  // The rival has no examples that could be held against this intent's.
  if (convincing && label.full && !fitsBetter(match, label)) return pass(evidence, PASS)
  return decline(
    `Two intents fit: ${fits}; of this one, ${reasons(evidence)}.`,
    `Give ${best === undefined ? '' : 'more '}examples of replies that have this intent only ({ examples: ['…'] }), ${oneOrTheOther}`,
  )
}

function pass(evidence: Evidence, value: number): Judgement {
  return {
    value: roundScore(value),
    rationale: `The reply fits ${quoteText(evidence.request.intent)}: ${reasons(evidence)}.`,
  }
}

function fail(evidence: Evidence, value: number, onlyNonAnswer: boolean): Judgement {
  const { intent, reply } = evidence.request
  const rationale = onlyNonAnswer
    ? `The reply only says that the assistant cannot answer: ${quoteText(reply)}.`
    : `The reply has next to nothing in common with ${quoteText(intent)}: ${reasons(evidence)}.`
  return { value: roundScore(value), rationale }
}

function reasons({ label, best }: Evidence): string {
  const { words, present } = label
  const ofLabel =
    words.length === 0
      ? 'the label has no words'
      : present.length === 0
        ? `none of the label's words (${words.join(', ')}) is in it`
        : present.length === words.length
          ? `all words of the label are in it (${words.join(', ')})`
          : `of the label's words (${words.join(', ')}) only ${present.join(', ')} is in it`
  if (best === undefined) return ofLabel
  return best.shared.length === 0
    ? `${ofLabel}, and no word of an example or description`
    : `${ofLabel}, and it shares ${wordsOf(best).join(', ')} with ${quoteText(best.text)}`
}

/** People read words, not stems. */
function wordsOf({ text, shared }: { text: string; shared: string[] }): string[] {
  const words = tokenize(text).map((token) => token.text)
  return shared.map((stemmed) => words.find((word) => stem(word) === stemmed) ?? stemmed)
}
