import { contentStems } from '../../../text/content-stems.js'
import { detectLanguage } from '../../../text/detect-language.js'
import { findPhrase } from '../../../text/find-phrase.js'
import { numberWords } from '../../../text/number-words.js'
import { quoteText } from '../../../text/quote-text.js'
import { tokenize } from '../../../text/tokenize.js'
import { isNegated } from '../is-negated.js'
import { hasStem } from '../word-overlap.js'
import { checkError } from './check-error.js'
import type { CheckResult, CheckSubject } from './check-result.js'

/** Shares of the reference's words from which it is said, and up to which it is not; between them words do not tell. */
const SAID = 0.7
const NOT_SAID = 0.25

/**
 * Met if the reply says what the reference says, as far as words tell: most of its words, all of its numbers, and a negation where it has
 * one. Not met where next to none of its words are there, or its words are but with other numbers.
 */
export function checkAnswers(reference: string, subject: CheckSubject): CheckResult {
  const wanted = tokenize(reference)
  if (wanted.length === 0) {
    throw checkError(
      subject,
      'a reference answer',
      reference,
      "write one, such as { answers: 'Returns are free for 30 days.' }",
    )
  }
  if (tokenize(subject.reply).length === 0) return { score: 0, reason: 'says nothing' }
  const language = detectLanguage(reference)
  const replyLanguage = detectLanguage(subject.reply)
  if (language !== null && replyLanguage !== null && language !== replyLanguage) {
    return { score: null, reason: `the reply is in ${replyLanguage}, the reference in ${language}` }
  }

  const reply = tokenize(subject.reply)
  const numbers = wanted.filter((token) => token.numbers !== undefined)
  const missingNumbers = numbers.filter((number) => findPhrase(reply, [number]) === -1)
  const stems = contentStems(wanted, language ?? 'en')
  const replyStems = contentStems(reply, language ?? 'en')
  const missing = stems.filter((stem) => !hasStem(replyStems, stem))
  const found = stems.length - missing.length
  const share = stems.length === 0 ? (missingNumbers.length === 0 ? 1 : 0) : found / stems.length
  const counted = `${found} of ${stems.length} words of the reference`

  if (share <= NOT_SAID) {
    if ((language ?? 'en') !== (replyLanguage ?? 'en')) {
      return { score: null, reason: `has ${counted}, and may be in another language` }
    }
    return { score: 0, reason: `has ${counted}; missing ${quoteText(missing.join(', '))}` }
  }
  if (missingNumbers.length > 0) {
    const which = missingNumbers.map(({ text }) => quoteText(text)).join(', ')
    return reply.some(({ text }) => numberWords.has(text))
      ? { score: null, reason: `${which} may be there as a word` }
      : { score: share >= SAID ? 0 : null, reason: `has ${counted}, but not ${which}` }
  }
  if (share < SAID) return { score: null, reason: `has ${counted}: too many for no, too few for yes` }
  if (isNegated(wanted) !== isNegated(reply)) {
    return { score: null, reason: `has ${counted}, but only one of the two has a negation` }
  }
  return { score: 1, reason: `has ${counted}` }
}
