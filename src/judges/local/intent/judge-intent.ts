import type { Meaning, Meanings } from '../../../encoder/meanings.js'
import { isFunctionWord } from '../../../text/content-stems.js'
import { detectLanguage } from '../../../text/detect-language.js'
import { quoteText } from '../../../text/quote-text.js'
import { tokenize } from '../../../text/tokenize.js'
import { sameLabel } from '../../compare-intent.js'
import type { IntentRequest, Judgement } from '../../judge.js'
import { decline } from '../decline.js'
import { genericWords } from '../generic-words.js'
import { explainIntent } from './explain-intent.js'
import { intentCoefficients, type IntentCoefficients } from './intent-coefficients.js'
import { readIntent } from './intent-evidence.js'
import { intentLikelihood, type IntentInQuestion, type IntentLikelihood } from './intent-likelihood.js'
import { judgeIntentByWords } from './judge-intent-by-words.js'
import { labelWords, saysDescription } from './label-words.js'
import { saidInReply, type SaidInReply } from './said-in-reply.js'
import { speaksAsUser } from './speaks-as-user.js'

/** What a score must reach to be a pass, and what a failure stays below. */
const PASS = 0.8
const FAIL = 0.3

/** Likelihood from which a reply passes, by what there is to go by: chosen so that each gives the precision in bench/local-judge.md. */
const LIKELY = { label: 0.95, alternatives: 0.95, examples: 0.96, messages: 0.97 }

/** The same for a text of next to no words of its own: "In what city?" fits many an intent. */
const LIKELY_IN_FEW_WORDS = 0.985
const FEW_WORDS = 1

/** Likelihood up to which a reply fails, where examples or alternatives show what it is not; and by the label alone, which must agree. */
const UNLIKELY = 0.05
const UNLIKELY_BY_LABEL = 0.2

/**
 * Sentences that are also looked at alone, since an intent may be one of many things that a reply says: so many of them, each with words
 * enough of its own.
 */
const MOST_SENTENCES = 12
const LEAST_WORDS = 3

interface Finding {
  text: Meaning
  intent: IntentInQuestion
  likelihood: IntentLikelihood
  /** The sentence, where it is one of several. */
  sentence?: string
}

/**
 * Whether a reply has an intent, by what it means: held against the examples if there are any, else against the label and the
 * description, and against the labels of the alternatives. Only what the reply says by itself counts: see `saidInReply`; the message
 * that it answers plays no other part.
 *
 * Passes at 0.8; with examples, or beside an alternative that fits, fails at 0.3 and below; declines in between, wherever there is no ground, and for
 * replies in a language that nothing is known in. In other languages than English it goes by the words of the examples.
 */
export async function judgeIntent(
  request: IntentRequest,
  {
    meanings: load,
    coefficients = intentCoefficients,
  }: { meanings: () => Promise<Meanings>; coefficients?: IntentCoefficients },
): Promise<Judgement> {
  const { reply, intent, description = '', examples = [] } = request
  if (reply.trim() === '') return { value: 0, rationale: 'The reply is empty.' }
  const language = detectLanguage([description, ...examples].join('\n'))
  if (language !== null && language !== 'en') return judgeIntentByWords(request)
  const replyLanguage = detectLanguage(reply)
  if (replyLanguage !== null && replyLanguage !== 'en') return otherLanguage(replyLanguage)

  const said = saidInReply(request)
  if (said.sentences.length === 0) return nothingSaid(request, said)
  const meanings = await load()
  const finding = await likeliest(said, await inQuestion(request, meanings), { meanings, coefficients })
  const { probability } = finding.likelihood
  const ground = groundOf(finding.intent)
  const reasons = `${finding.sentence === undefined ? '' : `in ${quoteText(finding.sentence)} `}${explainIntent(finding.text, finding.intent, finding.likelihood, meanings)}`
  const shown = `(likelihood ${probability.toFixed(2)})`

  const likely =
    tellingWords(finding.text) <= FEW_WORDS ? Math.max(LIKELY_IN_FEW_WORDS, LIKELY[ground]) : LIKELY[ground]
  const isGeneric = said.isGeneric && !examples.some((example) => saidInReply({ reply: example, input: '' }).isGeneric)
  if (probability >= likely && !isGeneric && (ground !== 'label' || saysLabel(finding, meanings))) {
    const above = (probability - likely) / (1 - likely)
    return {
      value: rounded(PASS + above * (1 - PASS)),
      rationale: `The reply fits ${quoteText(intent)} ${shown}: ${reasons}.`,
    }
  }
  if (isUnlikely(finding, ground)) {
    if (replyLanguage === null && mayBeForeign(reply)) return otherLanguage('not told by its words')
    return {
      value: rounded((probability / UNLIKELY) * FAIL),
      rationale: `The reply does not fit ${quoteText(intent)} ${shown}: ${reasons}.`,
    }
  }
  return undecided(
    request,
    ground,
    `${shown}: ${isGeneric ? 'it has no word that would not fit any message; ' : ''}${reasons}`,
  )
}

/** The whole, or the one of its sentences that fits best. */
async function likeliest(
  { sentences }: SaidInReply,
  intent: IntentInQuestion,
  tools: { meanings: Meanings; coefficients: IntentCoefficients },
): Promise<Finding> {
  const whole = sentences.join(' ')
  const parts = sentences.length === 1 ? [] : sentences.slice(0, MOST_SENTENCES)
  const [text, ...others] = await Promise.all([
    tools.meanings.of(whole),
    ...parts.map((part) => tools.meanings.of(part)),
  ])
  const first: Finding = { text, intent, likelihood: intentLikelihood(text, intent, tools) }
  return others.reduce((best, part, index): Finding => {
    const likelihood = intentLikelihood(part, intent, tools)
    const sentence = parts[index]
    if (likelihood.probability <= best.likelihood.probability || sentence === undefined) return best
    if (tellingWords(part) < LEAST_WORDS) return best
    return { text: part, intent, likelihood, sentence }
  }, first)
}

async function inQuestion(request: IntentRequest, meanings: Meanings): Promise<IntentInQuestion> {
  const { intent, description, examples = [], alternatives = [], reply } = request
  const rivals = alternatives.filter((alternative) => !sameLabel(alternative, intent))
  const [known, ...labels] = await Promise.all([
    readIntent({ intent, description, examples }, meanings),
    ...rivals.map((rival) => readIntent({ intent: rival }, meanings)),
  ])
  return {
    ...known,
    areMessages: examples.filter(speaksAsUser).length > examples.length / 2 && !speaksAsUser(reply),
    rivals: rivals.flatMap((name, index) => {
      const label = labels[index]?.label
      return label === undefined ? [] : [{ name, label }]
    }),
  }
}

function tellingWords({ stems }: Meaning): number {
  return [...stems].filter((word) => !genericWords.has(word)).length
}

function groundOf({ examples, areMessages, rivals }: IntentInQuestion): keyof typeof LIKELY {
  if (examples.length > 0) return areMessages ? 'messages' : 'examples'
  return rivals.length > 0 ? 'alternatives' : 'label'
}

/** Words that mean something alike are not enough where nothing tells siblings apart: `reserve_hotel`, `search_hotel`. */
function saysLabel({ text, intent }: Finding, meanings: Meanings): boolean {
  return (
    labelWords(intent.label, text, meanings).every(({ saidBy }) => saidBy !== undefined) ||
    (intent.description !== undefined && saysDescription(intent.description.alone, text, meanings))
  )
}

function isUnlikely({ likelihood }: Finding, ground: keyof typeof LIKELY): boolean {
  if (likelihood.probability > UNLIKELY || ground === 'label') return false
  if (ground === 'alternatives') return (likelihood.rival?.byLabel ?? 0) >= 0.5
  return likelihood.byLabel <= UNLIKELY_BY_LABEL || (likelihood.rival?.byLabel ?? 0) >= 0.5
}

const otherwise = 'or use an LLM judge.'

function otherLanguage(language: string): Judgement {
  return decline(
    `The reply is in another language (${language}) than what is known of the intent (en).`,
    `Give examples of replies in that language ({ examples: ['…'] }), ${otherwise}`,
  )
}

function nothingSaid({ reply, examples = [] }: IntentRequest, { hasNonAnswer }: SaidInReply): Judgement {
  const why = hasNonAnswer
    ? `The reply only says that the assistant cannot answer: ${quoteText(reply)}.`
    : `The reply says nothing by itself, beside words of the message and words that nothing joins: ${quoteText(reply)}.`
  if (examples.length > 0) return { value: 0, rationale: why }
  return decline(why, `Give examples of replies that have the intent ({ examples: ['…'] }), ${otherwise}`)
}

function undecided({ intent, description }: IntentRequest, ground: keyof typeof LIKELY, reasons: string): Judgement {
  const why = `It is not certain whether the reply fits ${quoteText(intent)} ${reasons}.`
  switch (ground) {
    case 'label':
      return decline(
        why,
        `Give examples of replies that have the intent ({ examples: ['…'] })${description === undefined ? ', a description' : ''} or the labels to tell it from ({ alternatives: ['…'] }), ${otherwise}`,
      )
    case 'alternatives':
      return decline(why, `Give examples of replies that have the intent ({ examples: ['…'] }), ${otherwise}`)
    case 'messages':
      return decline(why, `Give examples of replies that have the intent, in place of messages, ${otherwise}`)
    case 'examples':
      return decline(why, `Add an example of a reply like this one, or of what it should have been, ${otherwise}`)
  }
}

/** A sentence without one function word of English is hardly of it. */
function mayBeForeign(reply: string): boolean {
  const words = tokenize(reply).filter((token) => token.numbers === undefined)
  return words.length >= 4 && !words.some((token) => isFunctionWord(token.text, 'en'))
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
