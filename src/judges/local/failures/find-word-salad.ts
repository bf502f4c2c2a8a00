import { detectLanguage } from '../../../text/detect-language.js'
import { functionWords } from '../../../text/function-words.js'
import { asksForCode } from './asks-for-code.js'
import { disorderSigns } from './disorder-signs.js'
import type { FailureSubject, HardFailure } from './hard-failure.js'
import { proseOf } from './prose-of.js'
import { wordOrder } from './word-order.js'

/** Fewer pairs of words may stand in any order. */
const LEAST_PAIRS = 7

/** A longer text may have more slips and headings; what is in order for the most part is no salad. */
const MOST_PAIRS = 50

/**
 * Of a constant, the mean order by the root of the pairs, that root, and what cannot and what seldom does stand beside each other. Fitted by
 * `bench/local-judge/word-salad.mjs`: the mean of two halves, each measured on the other.
 */
const WEIGHTS = { constant: -9.92, order: -1.34, length: 2.33, certain: 5.15, weak: 0.43 }

/** How far the evidence must lie on the side of disorder, as a logarithm of odds. */
const DISORDER = 2.5

/** Words in a row without one that holds a sentence together, from which there is no sentence. */
const LONGEST_BARE = 9

const piece = /[\p{L}\p{M}\p{N}]+(?:['’.:-][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu

const asksForWords =
  /\b(?:words|keywords?|tags|hashtags?|synonyms?|sort (?:these|the following)|alphabetical\w*|shuffl\w*|scrambl\w*|random\w*|poems?|lyrics|crossword|grammar\w*|translat\w*|nonsense|gibberish|list of)\b/i

/** English words in no order. Known by what follows what, never by whether what is said makes sense. */
export function findWordSalad({ input, reply }: FailureSubject): HardFailure | undefined {
  if (asksForWords.test(input) || asksForCode(input)) return undefined
  const text = proseOf(reply)
  const isSalad = isBare(text) || (isEnglish(text, text.match(piece) ?? []) && isDisorder(text))
  return isSalad ? { kind: 'word-salad', evidence: reply.trim().slice(0, 200) } : undefined
}

function isDisorder(text: string): boolean {
  const { mean, pairs } = wordOrder(text)
  if (pairs < LEAST_PAIRS || mean >= 0) return false
  const length = Math.sqrt(Math.min(pairs, MOST_PAIRS))
  const { certain, weak } = disorderSigns(text)
  const sum =
    WEIGHTS.constant +
    WEIGHTS.order * mean * length +
    WEIGHTS.length * length +
    WEIGHTS.certain * certain +
    WEIGHTS.weak * weak
  return sum >= DISORDER
}

/** In disorder the little words of several languages may come together by chance. */
function isEnglish(text: string, pieces: readonly string[]): boolean {
  const language = detectLanguage(text)
  if (language !== null) return language === 'en'
  const own = pieces.filter((each) => functionWords.get('en')?.has(each.toLowerCase()) === true).length
  return own >= 4 && own / pieces.length >= 0.2
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
