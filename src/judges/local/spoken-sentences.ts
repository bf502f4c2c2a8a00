import { findPhrase } from '../../text/find-phrase.js'
import { splitSentences } from '../../text/split-sentences.js'
import { tokenize, type Token } from '../../text/tokenize.js'
import { isNonAnswer } from './is-non-answer.js'

/** Fewer words are no echo: "Hello" answers "Hello". */
const SHORTEST_ECHO = 4

export interface SpokenSentence {
  text: string
  tokens: Token[]
  /** It only says that the assistant cannot answer. */
  nonAnswer: boolean
}

/** A reply by sentences, without what it merely repeats of the message that it answers. */
export function spokenSentences(reply: string, input: string): SpokenSentence[] {
  const asked = [tokenize(input), ...splitSentences(input).map(tokenize)].filter(
    (tokens) => tokens.length >= SHORTEST_ECHO,
  )
  return splitSentences(reply).flatMap((text) => {
    const all = tokenize(text)
    const tokens = asked.reduce(withoutEcho, all)
    if (tokens.length === 0) return []
    const left = tokens.length === all.length ? text : tokens.map((token) => token.text).join(' ')
    return [{ text: left, tokens, nonAnswer: isNonAnswer(text) }]
  })
}

function withoutEcho(tokens: Token[], asked: Token[]): Token[] {
  if (tokens.length >= SHORTEST_ECHO && findPhrase(asked, tokens) !== -1) return []
  const at = findPhrase(tokens, asked)
  return at === -1 ? tokens : [...tokens.slice(0, at), ...tokens.slice(at + asked.length)]
}
