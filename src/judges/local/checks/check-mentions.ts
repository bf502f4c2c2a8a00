import { nearestPhrase } from '../../../text/nearest-phrase.js'
import { quoteText } from '../../../text/quote-text.js'
import { tokenize } from '../../../text/tokenize.js'
import type { CheckResult, CheckSubject } from './check-result.js'
import { checkError } from './check-error.js'
import { containsText } from './contains-text.js'
import { toList } from './to-list.js'

/** Met if the reply has every one of the texts, as whole words. */
export function checkMentions(mentions: string | string[], subject: CheckSubject): CheckResult {
  const texts = toList(mentions)
  if (texts.length === 0 || texts.some((text) => typeof text !== 'string' || text.trim() === '')) {
    throw checkError(subject, 'texts to mention', mentions, "write some, such as { mentions: '12345' }")
  }
  const missing = texts.filter((text) => !containsText(subject.reply, text))
  if (missing.length === 0) return { score: 1, reason: `mentions ${texts.map(quoteText).join(', ')}` }
  return { score: 0, reason: `does not mention ${missing.map((text) => withNearest(text, subject.reply)).join(', ')}` }
}

function withNearest(text: string, reply: string): string {
  const nearest = nearestPhrase(tokenize(reply), tokenize(text))
  return nearest === undefined ? quoteText(text) : `${quoteText(text)}, nearest ${quoteText(nearest)}`
}
