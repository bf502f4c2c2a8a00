import { normalizeText } from '../../../text/normalize-text.js'
import type { FailureSubject, HardFailure } from './hard-failure.js'
import { withoutCode } from './prose-of.js'

/** As long as a phrase that is looked for may be, in words; longer ones are found as sentences. */
const LONGEST = 24

/** Share of a reply's words that a loop must take up. */
const MOST_OF_IT = 0.5
/** One that goes on to the end may have begun late. */
const AT_THE_END = 0.3

const LEAST_WORDS = 6

const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+/gu

/** Refrains, and what was asked for over and over. */
const asksForRepetition =
  /\b(?:lyrics|chorus|refrain|verses?|chant\w*|mantras?|lullab\w*|nursery rhymes?|rhymes?|tongue twisters?|repeat\w*|over and over|loops?|patterns?|sequences?|\d+ times|binary|laugh\w*|nois\w+|copies)\b|\b(?:write|compose|sing|recite|create|make|generate|continue)\b.{0,80}\b(?:songs?|poems?|anthems?|carols?|jingles?|rap|hymns?|haikus?|ballads?|limericks?)\b|\bwhat (?:sound|noise)|\bsounds? (?:do|does|of)\b/i

/** The same word, phrase or sentence over and over, for most of a reply. Lists say something else in each of their lines. */
export function findRepetition({ input, reply }: FailureSubject): HardFailure | undefined {
  if (asksForRepetition.test(input)) return undefined
  const text = normalizeText(withoutCode(reply))
  const stretched = /(\p{L}{1,4}?)\1{15,}/u.exec(text)
  if (stretched !== null && 2 * stretched[0].length >= text.trim().length) {
    return { kind: 'repetition', evidence: stretched[0].slice(0, 200) }
  }
  const evidence = loopOf(text.match(word) ?? []) ?? repeatedSentence(text)
  return evidence === undefined ? undefined : { kind: 'repetition', evidence }
}

/** The longest stretch in which each word is the same as one phrase before. O(words × LONGEST). */
function loopOf(words: readonly string[]): string | undefined {
  for (let length = 1; length <= Math.min(LONGEST, words.length / 2); length++) {
    let same = 0
    for (let at = length; at <= words.length; at++) {
      if (at < words.length && words[at] === words[at - length]) {
        same++
        continue
      }
      const span = same + length
      if (same > 0 && isLoop(span, length, at === words.length, words.length)) {
        const phrase = words.slice(at - span, at - span + length)
        if (
          span >= 12
            ? phrase.some((each) => /\p{L}/u.test(each))
            : phrase.some((each) => /\p{L}{2}|[^\P{L}a-z]/u.test(each))
        )
          return words
            .slice(at - span, at)
            .slice(0, 30)
            .join(' ')
      }
      same = 0
    }
  }
  return undefined
}

/** A word takes six, a phrase four times or, where there is nothing but it, three. */
function isLoop(span: number, length: number, isAtTheEnd: boolean, total: number): boolean {
  const times = span / length
  if (span < LEAST_WORDS) return false
  if (length === 1) return times >= 6 && span / total >= (isAtTheEnd ? AT_THE_END : MOST_OF_IT)
  if (times >= 3 && span / total >= 0.9 && length >= 3) return true
  return times >= 4 && span / total >= (isAtTheEnd ? AT_THE_END : MOST_OF_IT)
}

/** One sentence at least four times, or one of a few words three times, not always in a row, for most of the text. */
function repeatedSentence(text: string): string | undefined {
  const sentences = text.split(/[.!?\n…。！？]+/u).flatMap((sentence) => {
    const words = sentence.match(word) ?? []
    return words.length === 0 ? [] : [{ words: words.length, said: words.join(' ') }]
  })
  const counts = new Map<string, number>()
  for (const { said } of sentences) counts.set(said, (counts.get(said) ?? 0) + 1)
  const total = sentences.reduce((sum, { words }) => sum + words, 0)
  const again = sentences.filter(({ words, said }) => words >= 4 && (counts.get(said) ?? 0) >= 3)
  const spoken = again.reduce((sum, { words }) => sum + words, 0)
  return total >= 2 * LEAST_WORDS && spoken / total >= 0.6 ? again[0]?.said.slice(0, 200) : undefined
}
