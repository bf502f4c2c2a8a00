import { impossiblePairs, improbablePairs } from './english-order.js'

const set = (words: string) => new Set(words.split(' '))

/** Words that a sentence seldom ends with. */
const seldomLast = set(
  'would could can will do does what which who how when like want need i we they of is are was were be by so as not',
)

/** What follows itself: "that that", "had had", "very very". */
const mayDouble = set('that had very really so no yes bye well now many more far long never again is')

const afterNumber = set('you the a an your my i we is to what where how')

const neverLast = set('the a an my your our their and or but every if than')

/** After these a full stop ends no sentence. */
const abbreviations =
  /^(?:e\.g|i\.e|etc|vs|ca|approx|no|mr|mrs|ms|dr|st|prof|fig|inc|ltd|co|jr|sr|a\.m|p\.m|am|pm|min|max|dept|est)$/i

/** A title may have these capitals; at others a sentence begins. */
const beginnings = set(
  'what where when which who how would could can do does did is are please sure okay your you we they my it there this that for',
)

const piece = /[\p{L}\p{M}\p{N}]+(?:['’.:-][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu

type Sign = 'certain' | 'weak' | undefined

/** How often words of an English text stand where they cannot, and where they seldom do. O(length). */
export function disorderSigns(text: string): { certain: number; weak: number } {
  const count = { certain: 0, weak: 0 }
  const lines = text.split('\n')
  for (const [number, line] of lines.entries()) {
    const pieces = line.match(piece) ?? []
    const end = number === lines.length - 1 ? '.' : ','
    const isCased = pieces.some((each) => /^\p{Lu}/u.test(each))
    for (const [at, each] of pieces.entries()) {
      const after = pieces[at + 1] ?? end
      const sign = /^[.!?]$/.test(each)
        ? afterSentence(pieces[at - 1] ?? '', after, isCased)
        : /^[.!?]$/.test(after)
          ? atEnd(each, pieces.length)
          : between(each, after, pieces[at + 2])
      if (sign !== undefined) count[sign]++
    }
  }
  return count
}

/** A sentence that begins with a small letter, beside others that do not. */
function afterSentence(before: string, after: string, isCased: boolean): Sign {
  const isSentence = /^\w{2,}$/.test(before) && !abbreviations.test(before)
  return isCased && isSentence && /^[a-z]{2,}$/.test(after) ? 'weak' : undefined
}

function atEnd(last: string, length: number): Sign {
  if (length <= 3) return undefined
  return neverLast.has(last) ? 'certain' : seldomLast.has(last) ? 'weak' : undefined
}

function between(each: string, after: string, next: string | undefined): Sign {
  const word = each.toLowerCase()
  // An abbreviation is no word: IT, US, OR.
  const isWord = each !== each.toUpperCase() || word === 'i' || word === 'a'
  if (after === 'I' && isWord) return impossiblePairs.get(word)?.has('i') === true ? 'certain' : undefined
  if (/^[a-z]+$/.test(after)) {
    if (/^\d+(?:st|nd|rd|th)?$/.test(each)) return afterNumber.has(after) ? 'weak' : undefined
    if (!isWord) return undefined
    if (impossiblePairs.get(word)?.has(after) === true) return 'certain'
    const isDoubled = word === after && !mayDouble.has(word)
    return isDoubled || improbablePairs.get(word)?.has(after) === true ? 'weak' : undefined
  }
  const isMisplaced = /^[a-z]+$/.test(each) && /^[A-Z][a-z]+$/.test(after) && beginnings.has(after.toLowerCase())
  return isMisplaced && /^[a-z]+$/.test(next ?? '') ? 'weak' : undefined
}
