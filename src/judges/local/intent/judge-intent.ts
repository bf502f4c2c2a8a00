import { detectLanguage } from '../../../text/detect-language.js'
import { quoteText } from '../../../text/quote-text.js'
import type { IntentRequest, Judgement } from '../../judge.js'
import { decline } from '../decline.js'
import type { LocalTools } from '../local-tools.js'
import { explainIntent } from './explain-intent.js'
import { findIntent } from './find-intent.js'
import { intentCoefficients, type IntentCoefficients } from './intent-coefficients.js'
import { groundOf, intentInQuestion, type Ground } from './intent-in-question.js'
import { intentVerdict } from './intent-verdict.js'
import { judgeIntentByWords } from './judge-intent-by-words.js'
import { mayBeForeign } from './may-be-foreign.js'
import { roundScore } from './round-score.js'
import { saidInReply, type SaidInReply } from './said-in-reply.js'

/** What a score must reach to be a pass, and what a failure stays below: how far below 0.3 tells nothing. */
const PASS = 0.8
const FAIL = 0.1

const otherwise = 'or use an LLM judge.'

/**
 * Whether a reply has an intent, by what it means: held against the examples if there are any, else against the label and the
 * description, and against the labels of the alternatives. Only what the reply says by itself counts (see `saidInReply`); the message
 * that it answers plays no other part. In other languages than English it goes by the words of the examples.
 *
 * Passes at 0.8. With examples, or beside an alternative that fits, it fails at 0.1 and below. Declines in between, wherever there is no
 * ground, and for replies in a language in which nothing is known of the intent.
 */
export async function judgeIntent(
  request: IntentRequest,
  { meanings: load, coefficients = intentCoefficients }: LocalTools & { coefficients?: IntentCoefficients },
): Promise<Judgement> {
  const { reply, intent, description = '', examples = [] } = request
  if (reply.trim() === '') return { value: 0, rationale: 'The reply is empty.' }
  const known = [description, ...examples].join('\n')
  const language = detectLanguage(known)
  const replyLanguage = detectLanguage(reply)
  if (replyLanguage !== null && replyLanguage !== (language ?? 'en')) {
    return inOtherLanguage(replyLanguage, language ?? 'en')
  }
  // The encoder knows English.
  if (language !== 'en' && (language !== null || mayBeForeign(known, 'en')))
    return judgeIntentByWords(request, language)
  const isForeign = replyLanguage === null && mayBeForeign(reply, 'en')

  const said = saidInReply(request)
  if (said.sentences.length === 0) return isForeign ? inUnknownLanguage() : nothingSaid(request, said)
  const meanings = await load()
  const inQuestion = await intentInQuestion(request, meanings)
  const finding = await findIntent(said.sentences, inQuestion, { meanings, coefficients })
  const isGeneric = said.isGeneric && !examples.some(isAllGeneric)
  const decision = intentVerdict(finding, inQuestion, { isGeneric, meanings })
  const reasons = [
    `(likelihood ${finding.likelihood.probability.toFixed(2)}): `,
    isGeneric ? 'it has no word that would not fit any message; ' : '',
    finding.isPart ? `by ${quoteText(finding.text.text)} ` : '',
    explainIntent(finding.text, inQuestion, finding.likelihood, meanings),
  ].join('')

  switch (decision.verdict) {
    case 'passed':
      return {
        value: roundScore(PASS + decision.surety * (1 - PASS)),
        rationale: `The reply fits ${quoteText(intent)} ${reasons}.`,
      }
    case 'failed':
      if (isForeign) return inUnknownLanguage()
      return {
        value: roundScore(decision.doubt * FAIL),
        rationale: `The reply does not fit ${quoteText(intent)} ${reasons}.`,
      }
    case 'undecided':
      return decline(
        `It is not certain whether the reply fits ${quoteText(intent)} ${reasons}.`,
        advice(groundOf(inQuestion), request),
      )
  }
}

function isAllGeneric(text: string): boolean {
  return saidInReply({ reply: text, input: '', examples: [text] }).isGeneric
}

function inOtherLanguage(language: string, known: string): Judgement {
  return decline(
    `The reply is in another language (${language}) than what is known of the intent (${known}).`,
    `Give examples of replies in ${language} ({ examples: ['…'] }), ${otherwise}`,
  )
}

function inUnknownLanguage(): Judgement {
  return decline(
    'The reply has no word that is common in en, the language of what is known of the intent, so it may be in another.',
    `Give examples of replies that have the intent ({ examples: ['…'] }), ${otherwise}`,
  )
}

function nothingSaid({ reply, examples = [] }: IntentRequest, { hasNonAnswer }: SaidInReply): Judgement {
  const why = hasNonAnswer
    ? `The reply only says that the assistant cannot answer: ${quoteText(reply)}.`
    : `The reply says nothing by itself, beside words of the message and words that nothing joins: ${quoteText(reply)}.`
  if (examples.length > 0) return { value: 0, rationale: why }
  return decline(why, `Give examples of replies that have the intent ({ examples: ['…'] }), ${otherwise}`)
}

function advice(ground: Ground, { description }: IntentRequest): string {
  const giveExamples = "Give examples of replies that have the intent ({ examples: ['…'] })"
  switch (ground) {
    case 'label': {
      const describe = description === undefined ? ', a description' : ''
      return `${giveExamples}${describe} or the labels to tell it from ({ alternatives: ['…'] }), ${otherwise}`
    }
    case 'alternatives':
      return `${giveExamples}, ${otherwise}`
    case 'messages':
      return `${giveExamples} in place of messages, ${otherwise}`
    case 'examples':
      return `Add an example of a reply like this one, or of what it should have been, ${otherwise}`
  }
}
