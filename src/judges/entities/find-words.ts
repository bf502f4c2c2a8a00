import { slipsBetween } from './near-word.js'
import type { Word } from './read-words.js'

/** How alike a stretch of text and what is sought must be: the share of letters that need no change. */
const LEAST_SIMILARITY = 0.855

/** From so many on, a letter left out or doubled counts half. */
const LEAST_LETTERS = 6

/** Beyond it no slips are looked for. */
const MOST_WORDS = 40

/** A stretch of words: indices, `to` excluded. */
export interface Stretch {
  from: number
  to: number
}

/**
 * Where the words of a name or phrase stand in a text, in their order: as they are, written together or apart (`e-mail`, `email`), or
 * with slips of the keyboard, of which a stretch may have few and every word a letter or two. `undefined` where they do not.
 * O(words of the text × words sought) at worst.
 *
 * @example
 * findWords(readWords('Your flight to San Fransisco'), readWords('San Francisco')) // { from: 3, to: 5 }
 */
export function findWords(words: readonly Word[], sought: readonly Word[]): Stretch | undefined {
  return findExactly(words, sought) ?? findJoined(words, sought) ?? findWithSlips(words, sought)
}

/** Whether two names or phrases are the same but for the same differences. */
export function sameWords(found: readonly Word[], wanted: readonly Word[]): boolean {
  const stretch = findWords(found, wanted)
  return stretch?.from === 0 && stretch.to === found.length
}

function findExactly(words: readonly Word[], sought: readonly Word[]): Stretch | undefined {
  for (let from = 0; from + sought.length <= words.length; from++) {
    if (sought.every((word, index) => words[from + index]?.text === word.text)) {
      return { from, to: from + sought.length }
    }
  }
  return undefined
}

/** Where digits are, it matters what they are apart from. */
function findJoined(words: readonly Word[], sought: readonly Word[]): Stretch | undefined {
  const joined = sought.map(({ text }) => text).join('')
  if (/\d/.test(joined) || joined.length < 4) return undefined
  for (let from = 0; from < words.length; from++) {
    let length = 0
    let to = from
    for (; length < joined.length && to < words.length; to++) {
      const text = words[to]?.text ?? ''
      if (!joined.startsWith(text, length)) break
      length += text.length
    }
    if (length === joined.length) return { from, to }
  }
  return undefined
}

function findWithSlips(words: readonly Word[], sought: readonly Word[]): Stretch | undefined {
  if (sought.length > MOST_WORDS) return undefined
  const letters = sought.reduce((sum, { text }) => sum + text.length, 0)
  const most = (1 - LEAST_SIMILARITY) * letters
  const known = sought.map(() => new Map<string, number | undefined>())
  const slips = (index: number, text: string) => {
    const memory = known[index]
    if (memory === undefined) return undefined
    if (!memory.has(text)) memory.set(text, cost(text, sought[index]?.text ?? '', letters))
    return memory.get(text)
  }
  for (let from = 0; from + sought.length <= words.length; from++) {
    let sum = 0
    for (let index = 0; index < sought.length; index++) {
      sum += slips(index, words[from + index]?.text ?? '') ?? Infinity
      if (sum > most) break
    }
    if (sum <= most) return { from, to: from + sought.length }
  }
  return undefined
}

/** A letter too many or too few makes another word less often than another letter does, but in short words: `plane`, `planet`. */
function cost(found: string, sought: string, letters: number): number | undefined {
  const slips = slipsBetween(found, sought)
  const isClear = letters >= LEAST_LETTERS && found.length !== sought.length
  return slips !== undefined && isClear ? slips / 2 : slips
}
