import { detectLanguage } from '../../../text/detect-language.js'
import { functionWords } from '../../../text/function-words.js'
import { asksForCode } from './asks-for-code.js'
import { impossiblePairs, improbablePairs } from './english-order.js'
import type { FailureSubject, HardFailure } from './hard-failure.js'
import { proseOf } from './prose-of.js'

const set = (words: string) => new Set(words.split(' '))

/** Words that a sentence seldom ends with. */
const seldomLast = set(
  'would could can will do does what which who how when like want need i we they of is are was were be by so as not',
)

/** What follows itself: "that that", "had had", "very very". */
const mayDouble = set('that had very really so no yes bye well now many more far long never again is')

const afterNumber = set('you the a an your my i we is to what where how')

/** What a weak sign counts, of one that is certain. */
const WEAK = 0.5

const neverLast = set('the a an my your our their and or but every if than')

/** After these a full stop ends no sentence. */
const abbreviations =
  /^(?:e\.g|i\.e|etc|vs|ca|approx|no|mr|mrs|ms|dr|st|prof|fig|inc|ltd|co|jr|sr|a\.m|p\.m|am|pm|min|max|dept|est)$/i

/** A title may have these capitals; at others a sentence begins. */
const beginnings = set(
  'what where when which who how would could can do does did is are please sure okay your you we they my it there this that for',
)

/** Signs that a text must show, and the least share of its words. */
const LEAST_SIGNS = 1.5
const LEAST_SHARE = 0.05

/** Words in a row without one that holds a sentence together, from which there is no sentence. */
const LONGEST_BARE = 9

const piece = /[\p{L}\p{M}\p{N}]+(?:['’.:-][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu

const asksForWords =
  /\b(?:words|keywords?|tags|hashtags?|synonyms?|sort (?:these|the following)|alphabetical\w*|shuffl\w*|scrambl\w*|random\w*|poems?|lyrics|crossword|grammar\w*|translat\w*|nonsense|gibberish|list of)\b/i

/** English words in no order. Known by words that cannot follow each other, never by whether what is said makes sense. */
export function findWordSalad({ input, reply }: FailureSubject): HardFailure | undefined {
  if (asksForWords.test(input) || asksForCode(input)) return undefined
  const text = proseOf(reply)
  const pieces = text.match(piece) ?? []
  if (!isEnglish(text, pieces) && !isBare(text)) return undefined
  const words = pieces.filter((each) => /^[\p{L}\p{N}]/u.test(each)).length
  const { certain, weak } = signsOf(text)
  const signs = certain + WEAK * weak
  const isSalad = certain > 0 && signs >= LEAST_SIGNS && signs / words >= LEAST_SHARE
  return isSalad || isBare(text) ? { kind: 'word-salad', evidence: reply.trim().slice(0, 200) } : undefined
}

/** In disorder the little words of several languages may come together by chance. */
function isEnglish(text: string, pieces: readonly string[]): boolean {
  const language = detectLanguage(text)
  if (language !== null) return language === 'en'
  const own = pieces.filter((each) => functionWords.get('en')?.has(each.toLowerCase()) === true).length
  return own >= 4 && own / pieces.length >= 0.2
}

type Sign = 'certain' | 'weak' | undefined

function signsOf(text: string): { certain: number; weak: number } {
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

/** Plain words side by side without marks and capitals, none of which holds a sentence together in any language. */
function isBare(text: string): boolean {
  let run = 0
  for (const each of text.match(piece) ?? []) {
    if (!/^[a-z]{2,}$/.test(each)) run = 0
    else run = allFunctionWords.has(each) ? 0 : run + 1
    if (run >= LONGEST_BARE) return true
  }
  return false
}

const allFunctionWords = new Set([...functionWords.values()].flatMap((words) => [...words]))
