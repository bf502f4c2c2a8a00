import { isFunctionWord } from '../../../text/content-stems.js'
import { tokenize } from '../../../text/tokenize.js'

/** Fewer words need none that joins them. */
const LEAST_WORDS = 4

/** Whether a text has not one function word of a language: then it is hardly of it. */
export function mayBeForeign(text: string, language: string): boolean {
  const words = tokenize(text).filter((token) => token.numbers === undefined)
  return words.length >= LEAST_WORDS && !words.some((token) => isFunctionWord(token.text, language))
}
