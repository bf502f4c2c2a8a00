import { stem } from '../text/stem.js'
import type { WordVectors } from './word-vectors.js'

/** Information in bits of base e; beyond it a word is a name or a slip, and no more telling. */
const MOST_INFORMATION = 12

/** How much a word tells: −ln of its frequency, 0..12. */
export function information(word: string, words: WordVectors): number {
  return Math.min(MOST_INFORMATION, -Math.log(words.frequency(word)))
}

/**
 * How much of what `wanted` says is said in `text`, 0..1: each wanted word counts by its best partner in the text (1 for the same
 * stem, else the cosine of their vectors), and weighs by its information.
 */
export function alignment(wanted: readonly string[], text: readonly string[], words: WordVectors): number {
  const stems = new Set(text.map(stem))
  let sum = 0
  let total = 0
  for (const word of wanted) {
    const weight = information(word, words)
    total += weight
    if (stems.has(stem(word))) sum += weight
    else sum += weight * text.reduce((best, other) => Math.max(best, words.similarity(word, other) ?? 0), 0)
  }
  return total === 0 ? 0 : sum / total
}
