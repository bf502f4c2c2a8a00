import { contentStems, isFunctionWord } from '../../../text/content-stems.js'
import type { Token } from '../../../text/tokenize.js'
import { genericWords } from '../generic-words.js'
import { isNonAnswer } from '../is-non-answer.js'
import { spokenSentences } from '../spoken-sentences.js'

/** Shorter ones are headlines: "Order 12345 shipped, arrives Monday". */
const LEAST_LIST = 6

export interface SaidInReply {
  /** What an intent can be read from; empty where there is nothing. */
  sentences: string[]
  /** They would fit any message: courtesy, offers of help. */
  isGeneric: boolean
  /** There is a sentence that says that the assistant cannot answer, and it was left out. */
  hasNonAnswer: boolean
}

/**
 * What a reply says by itself: without what it repeats of the message, without lists of words, without sentences that only say that the
 * assistant cannot answer (unless those are `wanted`), and without courtesy as long as there is anything else.
 */
export function saidInReply(
  { reply, input, examples = [] }: { reply: string; input: string; examples?: readonly string[] },
  language = 'en',
): SaidInReply {
  const wantsNonAnswers = examples.some(isNonAnswer)
  const sentences = spokenSentences(reply, input).filter(({ tokens }) => !isWordList(tokens, language))
  const answers = wantsNonAnswers ? sentences : sentences.filter(({ nonAnswer }) => !nonAnswer)
  const telling = answers.filter(({ tokens }) => isTelling(tokens, language))
  const chosen = telling.length > 0 ? telling : answers
  return {
    sentences: chosen.map(({ text }) => text),
    isGeneric: telling.length === 0,
    hasNonAnswer: answers.length < sentences.length,
  }
}

/** @internal Whether there is a word beyond those that fit every message. */
export function isTelling(tokens: readonly Token[], language = 'en'): boolean {
  return contentStems(tokens, language).some((word) => !genericWords.has(word))
}

/** Words in a row that nothing joins, as in "order, refund, help, status, account, team": no sentence, so nothing is said. */
export function isWordList(tokens: readonly Token[], language: string): boolean {
  const words = tokens.filter((token) => token.numbers === undefined)
  return words.length >= LEAST_LIST && !words.some(({ text }) => isFunctionWord(text, language))
}
