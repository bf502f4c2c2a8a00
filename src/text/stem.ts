import porter2 from 'wink-porter2-stemmer'

/** No English word is longer, and the stemmer's expressions are quadratic in the length of a word. */
const LONGEST_WORD = 40

/**
 * The stem of an English word in lower case: `refund`, `refunds` and `refunded` are all `refund`. A stem need be no word (`deliveri`).
 * What is no plain Latin word, such as `48213` or `привет`, comes back as it is.
 *
 * Porter2, https://snowballstem.org/algorithms/english/stemmer.html
 */
export function stem(word: string): string {
  return word.length <= LONGEST_WORD && /^[a-z]+$/.test(word) ? porter2(word) : word
}
