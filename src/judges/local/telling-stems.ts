import { contentStems } from '../../text/content-stems.js'
import { tokenize, type Token } from '../../text/tokenize.js'
import { genericWords } from './generic-words.js'

/** The stems of a text's words that would not fit every message, each once. */
export function tellingStems(text: string | readonly Token[], language = 'en'): string[] {
  const tokens = typeof text === 'string' ? tokenize(text) : text
  return contentStems(tokens, language).filter((word) => !genericWords.has(word))
}
