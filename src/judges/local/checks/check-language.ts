import { detectLanguage, knownLanguages } from '../../../text/detect-language.js'
import { quoteText } from '../../../text/quote-text.js'
import { checkError } from './check-error.js'
import type { CheckResult, CheckSubject } from './check-result.js'

/** Met if the reply is in the language; not to be told of a short or mixed reply, or of a language that the judge does not know. */
export function checkLanguage(language: string, subject: CheckSubject): CheckResult {
  const wanted = /^([a-z]{2})(?:[-_][a-z0-9]+)*$/i.exec(language)?.[1]?.toLowerCase()
  if (wanted === undefined) {
    throw checkError(
      subject,
      'a language by its ISO 639-1 code',
      language,
      "write two letters, such as { language: 'de' }",
    )
  }
  if (!knownLanguages.has(wanted))
    return { score: null, reason: `this judge does not know the language ${quoteText(wanted)}` }
  const detected = detectLanguage(subject.reply)
  if (detected === null) return { score: null, reason: 'the language cannot be told: too short, or mixed' }
  return { score: detected === wanted ? 1 : 0, reason: `it is in ${detected}` }
}
