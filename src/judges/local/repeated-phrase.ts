/** As long as a sentence may be, in words. */
const LONGEST = 24

/**
 * Where a text begins to say the same words over and over, as an index, or -1: a word four times in a row, a phrase three times.
 * O(words).
 *
 * @example
 * repeatedPhrase('Hello. Refund, refund, refund, refund!') // 7
 */
export function repeatedPhrase(text: string): number {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    text: match[0].toLowerCase(),
    at: match.index,
  }))
  let first = -1
  for (let length = 1; length <= LONGEST; length++) {
    const wanted = length * (length === 1 ? 3 : 2)
    // How many words in a row are the same as those one phrase before.
    let same = 0
    for (let at = length; at < words.length; at++) {
      same = words[at]?.text === words[at - length]?.text ? same + 1 : 0
      if (same < wanted) continue
      const phrase = words.slice(at - wanted - length + 1, at - wanted + 1)
      const start = phrase[0]?.at ?? 0
      if (phrase.some((word) => isTelling(word.text)) && (first === -1 || start < first)) first = start
      break
    }
  }
  return first
}

/** "1 1 1 1" may be a column of a table, "ha ha ha ha" a laugh. */
function isTelling(word: string): boolean {
  return word.length >= 3
}
