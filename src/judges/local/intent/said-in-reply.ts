import { isNonAnswer } from '../is-non-answer.js'
import { spokenSentences } from '../spoken-sentences.js'
import { tellingStems } from '../telling-stems.js'
import { isWordList } from './is-word-list.js'

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
  const telling = answers.filter(({ tokens }) => tellingStems(tokens, language).length > 0)
  const chosen = telling.length > 0 ? telling : answers
  return {
    sentences: chosen.map(({ text }) => text),
    isGeneric: telling.length === 0,
    hasNonAnswer: answers.length < sentences.length,
  }
}
