import type { Token } from '../../text/tokenize.js'

const negations = new Set('no not nor never none nothing neither without cannot t'.split(' '))

/** Whether tokens hold an English negation; of `can't` the `t`. */
export function isNegated(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }) => negations.has(text))
}
