import type { WordVectors } from '../../../encoder/word-vectors.js'
import { functionWords } from '../../../text/function-words.js'
import { namesLanguage } from './find-wrong-language.js'
import { proseOf } from './prose-of.js'

/** Shorter ones are known or not by chance. */
const SHORTEST = 4
const LEAST_WORDS = 4

/** Of a reply's longer words, how many may be known: by chance a few are. */
const MOST_KNOWN = 0.25
/** Of its words, those that hold a sentence together in some language. */
const MOST_HELD = 0.2
/** Of the message's, how many must be: English, that is, and no list of names. */
const LEAST_ASKED = 0.6

/** A word that the vectors have. */
const KNOWN = 'the'

/**
 * Whether a reply to an English message is made of words that are no English words, in sentences of no language: letters that can be
 * spoken and say nothing. Names, and lists of what has rare names, are left out of the count.
 */
export function hasUnknownWords(input: string, reply: string, words: WordVectors): boolean {
  if (namesLanguage.test(input) || !isKnown(input, words)) return false
  const text = proseOf(reply)
  if (listed(text)) return false
  const said = (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => word === word.toLowerCase())
  const long = said.filter((word) => word.length >= SHORTEST)
  if (long.length < LEAST_WORDS || long.some((word) => !/^[a-z]+$/.test(word))) return false
  if (shareOf(long, (word) => words.similarity(word, KNOWN) !== undefined) > MOST_KNOWN) return false
  return [...functionWords.values()].every((held) => shareOf(said, (word) => held.has(word)) <= MOST_HELD)
}

function isKnown(text: string, words: WordVectors): boolean {
  const said = text.toLowerCase().match(/[a-z]+/g) ?? []
  return said.length >= 2 && shareOf(said, (word) => words.similarity(word, KNOWN) !== undefined) >= LEAST_ASKED
}

/** Items between commas, or a line each. */
function listed(text: string): boolean {
  const parts = text.split(/[,;\n•|]/).filter((part) => part.trim() !== '')
  const count = text.match(/\p{L}+/gu)?.length ?? 0
  return parts.length >= 4 && count / parts.length < 3
}

function shareOf(list: readonly string[], test: (word: string) => boolean): number {
  return list.length === 0 ? 0 : list.filter(test).length / list.length
}
