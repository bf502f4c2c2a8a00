import { quoteText } from '../../../text/quote-text.js'
import type { TextPattern } from '../../judge.js'
import { checkError } from './check-error.js'
import type { CheckResult, CheckSubject } from './check-result.js'
import { containsText } from './contains-text.js'
import { toList } from './to-list.js'
import { toRegExp } from './to-reg-exp.js'

/** Met if the reply has none of the texts as whole words, and none of the patterns matches. */
export function checkAvoids(avoids: TextPattern | TextPattern[], subject: CheckSubject): CheckResult {
  const patterns = toList(avoids)
  if (patterns.length === 0 || patterns.some((pattern) => typeof pattern === 'string' && pattern.trim() === '')) {
    throw checkError(subject, 'texts or patterns to avoid', avoids, "write some, such as { avoids: 'guarantee' }")
  }
  const found = patterns.flatMap((pattern) => {
    if (typeof pattern === 'string') return containsText(subject.reply, pattern) ? [quoteText(pattern)] : []
    const match = toRegExp(pattern, subject).exec(subject.reply)
    return match === null ? [] : [quoteText(match[0])]
  })
  if (found.length > 0) return { score: 0, reason: `says ${found.join(', ')}` }
  return { score: 1, reason: patterns.length === 1 ? 'is not there' : `none of ${patterns.length} is there` }
}
