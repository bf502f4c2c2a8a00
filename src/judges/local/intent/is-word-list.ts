import { isFunctionWord } from '../../../text/content-stems.js'
import type { Token } from '../../../text/tokenize.js'

/** Shorter ones are headlines: "Order 12345 shipped, arrives Monday". */
const LEAST_LIST = 6

/** Words in a row that nothing joins, as in "order, refund, help, status, account, team": no sentence, so nothing is said. */
export function isWordList(tokens: readonly Token[], language: string): boolean {
  const words = tokens.filter((token) => token.numbers === undefined)
  return words.length >= LEAST_LIST && !words.some(({ text }) => isFunctionWord(text, language))
}
