import type { Token } from './tokenize.js'

/**
 * Where `phrase` stands in `tokens` as whole tokens, from `from` on: the index of its first token, or -1.
 * Numerals are equal if they can stand for the same number. A piece of a code, date or address is not found:
 * `5520` is no token of `HP-5520-713`. O(tokens × phrase).
 *
 * @example
 * findPhrase(tokenize('Your order #12345.'), tokenize('12345')) // 2
 * findPhrase(tokenize('Your order #12345.'), tokenize('5'))     // -1
 */
export function findPhrase(tokens: readonly Token[], phrase: readonly Token[], from = 0): number {
  if (phrase.length === 0) return -1
  for (let start = from; start + phrase.length <= tokens.length; start++) {
    if (
      phrase.every((wanted, at) => sameToken(tokens[start + at], wanted)) &&
      !isTorn(tokens, start) &&
      !isTorn(tokens, start + phrase.length)
    ) {
      return start
    }
  }
  return -1
}

/** @internal Whether a found token is the wanted one. A wanted minus must be there; a found one may be a hyphen. */
export function sameToken(found: Token | undefined, wanted: Token): boolean {
  if (found === undefined) return false
  if (found.numbers === undefined || wanted.numbers === undefined) return found.text === wanted.text
  const meant = wanted.text.startsWith('-') ? wanted.numbers.filter((number) => number.startsWith('-')) : wanted.numbers
  return meant.some((number) => found.numbers?.includes(number))
}

/** Whether the cut before `index` would tear a compound in two. */
function isTorn(tokens: readonly Token[], index: number): boolean {
  const compound = tokens[index]?.compound
  return compound !== undefined && tokens[index - 1]?.compound === compound
}
