import { sameToken } from '../../text/find-phrase.js'
import { normalizeText } from '../../text/normalize-text.js'
import { stem } from '../../text/stem.js'
import { tokenize, type Token } from '../../text/tokenize.js'
import type { Judgement, SimilarityRequest } from '../judge.js'
import { decline } from './decline.js'

/** Words that say nothing of their own. */
const fillers = new Set('a an the please'.split(' '))

/** The same words in the same order, but for articles and endings. */
const NEARLY_IDENTICAL = 0.9

/**
 * Texts that are the same but for case and punctuation are 1; 0.9 if articles and the endings of words differ as well. All else is
 * declined: neither do shared words make two texts mean the same, nor other words another thing.
 */
export function judgeSimilarity({ reply, text }: SimilarityRequest): Judgement {
  const [said, wanted] = [tokenize(reply), tokenize(text)]
  const asksAlike = reply.includes('?') === text.includes('?')
  if (normalizeText(reply.trim()) === normalizeText(text.trim()) || (asksAlike && sameWords(said, wanted, sameToken))) {
    return { value: 1, rationale: 'The same words in the same order.' }
  }
  if (asksAlike && sameWords(withoutFillers(said), withoutFillers(wanted), sameStem)) {
    return {
      value: NEARLY_IDENTICAL,
      rationale: 'The same words in the same order, but for articles and the endings of words.',
    }
  }
  return decline(
    'The two texts differ in their words, which does not tell whether they mean the same.',
    'Use toAgreeWith where the facts are what counts, or an LLM judge.',
  )
}

function withoutFillers(tokens: Token[]): Token[] {
  return tokens.filter(({ text }) => !fillers.has(text))
}

function sameWords(said: Token[], wanted: Token[], same: (said: Token, wanted: Token) => boolean): boolean {
  return (
    said.length > 0 &&
    said.length === wanted.length &&
    said.every((token, at) => {
      const other = wanted[at]
      return other !== undefined && same(token, other)
    })
  )
}

function sameStem(said: Token, wanted: Token): boolean {
  return sameToken(said, wanted) || stem(said.text) === stem(wanted.text)
}
