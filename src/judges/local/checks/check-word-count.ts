import { countWords } from '../../../text/count-words.js'
import { checkError } from './check-error.js'
import type { CheckResult, CheckSubject } from './check-result.js'

/** Met if the reply has at most, or at least, so many words. */
export function checkWordCount(limit: { max: number } | { min: number }, subject: CheckSubject): CheckResult {
  const bound = 'max' in limit ? limit.max : limit.min
  if (typeof bound !== 'number' || !(bound >= 0)) {
    throw checkError(subject, 'a number of words', bound, 'write one of 0 or more, such as { maxWords: 80 }')
  }
  const words = countWords(subject.reply)
  const met = 'max' in limit ? words <= bound : words >= bound
  const comparison = 'max' in limit ? (met ? 'at most' : 'more than') : met ? 'at least' : 'fewer than'
  return { score: met ? 1 : 0, reason: `${words} ${words === 1 ? 'word' : 'words'}, ${comparison} ${bound}` }
}
