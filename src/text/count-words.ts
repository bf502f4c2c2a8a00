const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * How many words a text has, as a word processor counts them: what stands between spaces and holds a letter or a digit.
 * Scripts without spaces between words are segmented by `Intl.Segmenter`.
 */
export function countWords(text: string): number {
  return text.split(/\s+/).reduce((count, piece) => count + wordsIn(piece), 0)
}

function wordsIn(piece: string): number {
  if (!/[\p{L}\p{N}]/u.test(piece)) return 0
  if (!unspacedScript.test(piece)) return 1
  const segments = new Intl.Segmenter('und', { granularity: 'word' }).segment(piece)
  return [...segments].filter((segment) => segment.isWordLike).length
}
