import { quoteText } from '../../../text/quote-text.js'
import type { PatternSource } from '../../judge.js'
import type { CheckResult, CheckSubject } from './check-result.js'
import { toRegExp } from './to-reg-exp.js'

/** Met if the pattern is found in the reply. */
export function checkMatches(pattern: PatternSource | RegExp, subject: CheckSubject): CheckResult {
  const expression = toRegExp(pattern, subject)
  const match = expression.exec(subject.reply)
  if (match !== null) return { score: 1, reason: `says ${quoteText(match[0])}` }
  return { score: 0, reason: `nothing matches ${quoteText(String(expression)).slice(1, -1)}` }
}
