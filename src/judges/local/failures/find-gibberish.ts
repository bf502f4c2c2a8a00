import { normalizeText } from '../../../text/normalize-text.js'
import { asksForCode } from './asks-for-code.js'
import type { FailureSubject, HardFailure } from './hard-failure.js'
import { hasUnknownWords } from './has-unknown-words.js'
import { proseOf } from './prose-of.js'

/** Letters that hardly ever follow a letter, in any language that is written with these; of random letters nearly a third of the pairs. */
const rarePairs = new Set(
  (
    'b:cdfghkmnpqtvwxz c:bdfgjmnpvwx d:fhpqx f:bdghkmnpqvwxz g:bcdfkmqvwx h:cfghpqvwxz i:u j:bcdfghjlmpqrtvwxyz k:cdpquxz l:b m:ghjkqtvwxz ' +
    'o:z p:bgknqvwxyz q:bcdefghijkmnopqrstvwxyz r:h s:bgx t:dgn u:kvz v:bcdfghkmnpqtuvwxz w:bcdfgjmpqtuvwx x:bdfghjklmnqrsvwz y:fgquxy z:cfgjpqrvx'
  )
    .split(' ')
    .flatMap((line) => Array.from(line.slice(2), (next) => line.charAt(0) + next)),
)

/** Of the pairs of letters, how many may be rare. Texts of twelve data sets have .001 to .02, random letters .3. */
const MOST_RARE = 0.12
const LEAST_PAIRS = 10
const LEAST_RARE = 3

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
/** Which keys lie beside each other, in one direction. */
const neighbours = new Set(
  rows.flatMap((row) => Array.from(row.slice(1), (key, at) => [row.charAt(at) + key, key + row.charAt(at)]).flat()),
)
/** `erty` ends property, and `wert` is a German word. */
const SHORTEST_RUN = 4
const SHORTEST_ON_TOP = 5

/** A user may ask for what looks random. */
const asksForRandom =
  /\b(?:passwords?|passphrases?|keys?|hash\w*|tokens?|uuid|guid|ids?|serial|random|gibberish|nonsense|cipher\w*|encrypt\w*|encod\w*|base64|rot13|caesar|anagram|scrambl\w*|acronyms?|abbreviations?|initials|keyboard|typ(?:e|ing)|letters|sequence|dna|protein|chess|codes?|spell\w*|backwards?|reverse\w*|alphabet\w*|lorem|placeholder)\b/i

/** `21st`, `100mb`, `1h30`, `2pm` */
const measure = /^\d{1,4}(?:[a-z]{1,3}|h\d{2})$/

const LONGEST_ABBREVIATION = 5

/** Longer ones are no name that is written in one. */
const LONGEST_NAME = 24

/** Key mashing, random letters, letters and signs in disorder. Goes by the letters of a reply and, where English words are known, by those. */
export function findGibberish({ input, reply, meanings }: FailureSubject): HardFailure | undefined {
  if (asksForRandom.test(input) || asksForCode(input)) return undefined
  const text = proseOf(reply)
  const words = wordsOf(text)
  const isGibberish =
    hasRarePairs(words) ||
    isOneWord(reply) ||
    isMashed(words) ||
    isNoise(reply) ||
    /^\W*lorem ipsum\b/i.test(text) ||
    hasMixedChunks(text) ||
    (meanings !== undefined && hasUnknownWords(input, reply, meanings.words))
  return isGibberish ? { kind: 'gibberish', evidence: reply.trim().slice(0, 200) } : undefined
}

/** Plain words: what has digits, capitals within, or is an abbreviation, is spelt by other rules. Of a text all in capitals, the longer words. */
function wordsOf(text: string): string[] {
  const isAllCaps = !/\p{Ll}/u.test(text)
  return text.split(/[^\p{L}\p{M}\p{N}'’.]+|\.(?=\s|$)/u).flatMap((word) => {
    const isName = isAllCaps ? word.length <= LONGEST_ABBREVIATION : word.length <= LONGEST_NAME
    if (isName && /.\p{Lu}/u.test(word)) return []
    const plain = normalizeText(word).replace(/[.']/g, '')
    return plain.length >= 2 && /^[a-z]+$/.test(plain) ? [plain] : []
  })
}

function hasRarePairs(words: readonly string[]): boolean {
  let pairs = 0
  let rare = 0
  for (const word of words) {
    for (let at = 0; at + 1 < word.length; at++) {
      pairs++
      if (rarePairs.has(word.slice(at, at + 2))) rare++
    }
  }
  return pairs >= LEAST_PAIRS && rare >= LEAST_RARE && rare / pairs >= MOST_RARE
}

/** Letters that only lie beside each other: `asdf`, `qwertyuiop`, and fingers that never leave the middle row. */
function isMashed(words: readonly string[]): boolean {
  const letters = words.join('')
  if (letters.length < 6) return false
  const home = letters.match(/[asdfghjkl]/g)?.length ?? 0
  if (letters.length >= 14 && home / letters.length >= 0.9) return true
  const inRuns = words.reduce((sum, word) => sum + lettersInRuns(word), 0)
  return inRuns / letters.length >= 0.4
}

function lettersInRuns(word: string): number {
  let total = 0
  let run = 1
  let step = 0
  for (let at = 1; at <= word.length; at++) {
    const next = at < word.length && neighbours.has(word.slice(at - 1, at + 1)) ? direction(word, at) : 0
    if (next !== 0 && (run === 1 || next === step)) run++
    else {
      if (run >= (rows[0]?.includes(word.charAt(at - 1)) === true ? SHORTEST_ON_TOP : SHORTEST_RUN)) total += run
      run = next === 0 ? 1 : 2
    }
    step = next
  }
  return total
}

function direction(word: string, at: number): number {
  const row = rows.find((keys) => keys.includes(word.charAt(at))) ?? ''
  return row.indexOf(word.charAt(at)) - row.indexOf(word.charAt(at - 1))
}

/** The longest words of dictionaries have some forty letters. */
function isOneWord(reply: string): boolean {
  const [word = ''] = reply.trim().split(/\s+/, 1)
  return (
    word.length > 50 &&
    word.length > 0.8 * reply.length &&
    /^[a-z\d.,!?'’:;$%&"()-]+$/i.test(word) &&
    !/^(?:https?:|www\.)/.test(word)
  )
}

/** Signs of many kinds, and no word between them. */
function isNoise(reply: string): boolean {
  const signs = reply.match(/[#@&%$!?~^*;|<>{}[\]\\+=:]/g) ?? []
  const length = reply.replace(/\s+/g, '').length
  return signs.length >= 8 && signs.length / length >= 0.3 && new Set(signs).size >= 6 && !/\p{L}{3}/u.test(reply)
}

/** `k3j4h x8wq1 9ff%z2`: chunks that are neither words nor numbers, and next to nothing else. */
function hasMixedChunks(text: string): boolean {
  const chunks = text.split(/\s+/).filter((chunk) => chunk !== '')
  const mixed = chunks.filter(
    (chunk) =>
      chunk.length >= 4 &&
      /[a-z]/.test(chunk) &&
      (isOfLettersAndDigits(chunk) || /[a-z\d][%&$#~+*?!][a-z\d%&$#~+*?!]/.test(chunk)),
  )
  const words = chunks.filter((chunk) => /\p{L}/u.test(chunk))
  return mixed.length >= 4 && mixed.length / words.length >= 0.6
}

function isOfLettersAndDigits(chunk: string): boolean {
  return /^[a-z\d%&$#~+*?!]+$/.test(chunk) && /\d/.test(chunk) && !measure.test(chunk)
}
