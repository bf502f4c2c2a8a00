import { functionWords } from './function-words.js'
import { currencyOf } from './money-amount.js'
import { numberWords } from './number-words.js'
import { stem } from './stem.js'
import type { Token } from './tokenize.js'

/**
 * The stems of the words that say tokens are about, each once, in order: no function words of English or of `language`, no numbers and
 * currencies.
 *
 * @example
 * contentStems(tokenize('Your orders are on their way.')) // ['order', 'way']
 */
export function contentStems(tokens: readonly Token[], language = 'en'): string[] {
  const stems = new Set<string>()
  for (const token of tokens) {
    if (isAmount(token) || isFunctionWord(token.text, language)) continue
    stems.add(stem(token.text))
  }
  return [...stems]
}

/** `€20` and `€36` are no more alike than 20 and 36. */
function isAmount(token: Token): boolean {
  const { numbers, text } = token
  return numbers !== undefined || numberWords.has(text) || text === 'percent' || currencyOf(token) !== undefined
}

/** @internal */
export function isFunctionWord(word: string, language: string): boolean {
  return functionWords.get('en')?.has(word) === true || functionWords.get(language)?.has(word) === true
}
