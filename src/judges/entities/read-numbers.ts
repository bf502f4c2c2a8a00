import { canonicalNumbers } from '../../text/canonical-numbers.js'
import { normalizeText } from '../../text/normalize-text.js'
import { currencyBefore, currencyCode } from './currency.js'
import { isNumberWord, numberInWords, scaleOf } from './number-in-words.js'
import { outside, type Span } from './span.js'

/** A number in a text, with its currency or percent sign. */
export interface NumberSpan extends Span {
  /** What it may stand for, canonical; `1.234` leaves two. */
  numbers: string[]
  /** ISO 4217 code, in lower case. */
  currency?: string
  isPercent?: boolean
}

/** A code that letters, digits and the marks between them make up: `HP-5520-713`. */
export interface ChunkSpan extends Span {
  text: string
}

/** What is written together: letters and digits, with marks between them. */
const chunk =
  /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[-_'’@,#+](?=[\p{L}\p{N}])|(?<!\d)\.(?=[\p{L}\p{N}])|\.(?=\d)|(?<=\d)[/:](?=\d)|(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d)))*/gu

const withUnit =
  /^(?<number>[\d.,']*\d)-?(?<unit>mm|cm|km|m|kg|g|mg|ml|l|oz|lb|lbs|kb|mb|gb|tb|hz|khz|mhz|ghz|w|kw|kwh|v|x|px|h|hr|hrs|min|mins|s|sec|ms|k|[a-z]{3})$/

/** `one` is a pronoun more often than a number. */
const afterPronoun =
  /^(?:of|is|was|that|which|who|for|in|at|on|with|to|from|and|or|can|could|has|have|will|would|more|another|by|the|i|you|we|it|they|please|if|as|but|so|way|\p{L}+(?:ing|ed))$/u
const beforePronoun = /^(?:this|that|which|the|another|each|any|no|every|first|last|next|other|some|only|new)$/

/** Chunks of a text, in order. */
export function readChunks(text: string): ChunkSpan[] {
  return [...text.matchAll(chunk)].map(({ 0: found, index }) => ({ at: index, end: index + found.length, text: found }))
}

/**
 * The numbers of a text in digits and in English words, in order, each with its currency or percent sign. What overlaps `masks` (dates,
 * times, telephone numbers, …) and the pieces of codes are no numbers. Linear.
 *
 * @param masks in order of where they begin
 * @example
 * readNumbers('One hundred and forty dollars or $5', []) // [{ numbers: ['140'], currency: 'usd', … }, { numbers: ['5'], currency: 'usd', … }]
 */
export function readNumbers(text: string, masks: readonly Span[], chunks = readChunks(text)): NumberSpan[] {
  const atoms = outside(chunks.flatMap(atomsOf), masks)
  const found: NumberSpan[] = []
  for (let index = 0; index < atoms.length; index++) {
    const atom = atoms[index]
    if (atom === undefined) continue
    const next = atoms[index + 1]
    if (atom.numbers !== undefined) {
      const scale = next !== undefined && isBeside(text, atom, next) ? scaleOf(next.word) : undefined
      if (scale !== undefined && next !== undefined) {
        found.push({ at: atom.at, end: next.end, numbers: atom.numbers.map((number) => scaled(number, scale)) })
        index++
      } else found.push({ at: atom.at, end: atom.end, numbers: atom.numbers })
      continue
    }
    const words = run(text, atoms, index)
    const spoken = words.length === 0 ? undefined : numberInWords(words)
    const last = spoken && atoms[index + spoken.length - 1]
    if (spoken === undefined || last === undefined) continue
    if (spoken.value === 1 && spoken.length === 1 && !isCounted(text, atoms, index)) continue
    found.push({ at: atom.at, end: last.end, numbers: [String(spoken.value)] })
    index += spoken.length - 1
  }
  return found.map((span) => withKind(text, span))
}

interface Atom extends Span {
  /** In lower case. */
  word: string
  numbers?: string[]
}

function atomsOf({ at, text }: ChunkSpan): Atom[] {
  // Most chunks are words, which need no more.
  if (/^[a-z]+$/i.test(text)) return [{ at, end: at + text.length, word: text.toLowerCase() }]
  const plain = normalizeText(text.replace(/[\u00a0\u202f\u2009]/g, "'"))
  const end = at + text.length
  const numbers = numeral(plain)
  if (numbers !== undefined) return [{ at, end, word: plain, numbers }]
  if (/^\p{L}+$/u.test(plain)) return [{ at, end, word: plain }]
  const pieces = [...text.matchAll(text.includes(',') ? /[^,]+/g : /[^-._'’@,#+/:]+/g)]
  if (pieces.length < 2) return [{ at, end, word: plain }]
  if (!text.includes(',') && isCode(plain)) return []
  return pieces.flatMap(({ 0: piece, index }) =>
    atomsOf({ at: at + index, end: at + index + piece.length, text: piece }),
  )
}

function numeral(plain: string): string[] | undefined {
  const whole = canonicalNumbers(plain)
  if (whole.length > 0) return whole
  const { number = '', unit = '' } = withUnit.exec(plain)?.groups ?? {}
  const measured = canonicalNumbers(number)
  if (measured.length === 0) return undefined
  if (
    unit.length === 3 &&
    !/^(?:khz|mhz|ghz|kwh|lbs|hrs|min|sec)$/.test(unit) &&
    currencyCode(unit, 'after') === undefined
  ) {
    return undefined
  }
  return unit === 'k' ? measured.map((value) => scaled(value, 1000)) : measured
}

/**
 * Whether a chunk is a code, date, time or address, whose pieces are no numbers of their own. Two numbers joined by a hyphen may be a
 * range, and a word before a number says what it is of (`order-12345`, `ID-12345`); a letter or two before a short one make a code (`A-1`).
 */
export function isCode(text: string): boolean {
  const parts = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((part) => part !== '')
  const withDigit = parts.filter((part) => /\d/.test(part)).length
  if (withDigit === 0) return false
  if (/[@_]/.test(text)) return true
  if (parts.length >= 3) return withDigit >= 2
  if (parts.length < 2) return /\p{L}/u.test(text) && /\d/.test(text)
  if (withDigit < 2)
    return parts.some((part) => /^\p{L}{1,2}$/u.test(part)) && !parts.some((part) => /\d{4}/.test(part))
  return /[:/]/.test(text) || parts.some((part) => /^0\d/.test(part) || /\D/.test(part))
}

function isBeside(text: string, a: Span, b: Span): boolean {
  return /^[\s\u00a0-]{0,3}$/.test(text.slice(a.end, b.at))
}

/** The words from one on that could be a number together; none where it does not begin one. */
function run(text: string, atoms: readonly Atom[], from: number): string[] {
  const first = atoms[from]
  if (first === undefined) return []
  const isArticle = /^an?$/.test(first.word)
  if (!isNumberWord(first.word) && !isArticle) return []
  const words = [first.word]
  for (let at = from + 1; at < atoms.length && words.length < 24; at++) {
    const [previous, atom] = [atoms[at - 1], atoms[at]]
    if (previous === undefined || atom === undefined || !isBeside(text, previous, atom)) break
    if (atom.numbers !== undefined || !(isNumberWord(atom.word) || atom.word === 'and')) break
    words.push(atom.word)
  }
  return words
}

/** `one ticket`, and not `the one that`. */
function isCounted(text: string, atoms: readonly Atom[], index: number): boolean {
  const [before, one, after] = [atoms[index - 1], atoms[index], atoms[index + 1]]
  if (one === undefined) return false
  if (atoms.length === 1) return true
  if (before !== undefined && isBeside(text, before, one) && beforePronoun.test(before.word)) return false
  return after !== undefined && isBeside(text, one, after) && !afterPronoun.test(after.word)
}

function scaled(number: string, scale: number): string {
  return String(Math.round(Number(number) * scale * 1e6) / 1e6)
}

function withKind(text: string, span: NumberSpan): NumberSpan {
  const before = text.slice(Math.max(0, span.at - 12), span.at)
  const after = text.slice(span.end, span.end + 16)
  const isNegative = /(?:^|[^\p{L}\p{N}])(?:[-\u2212]\s?|minus\s)\p{Sc}?$/u.test(before)
  // A dash before a number may be a list's: both readings stand.
  const numbers = isNegative ? [...span.numbers.map((number) => `-${number}`), ...span.numbers] : span.numbers
  const glued = /(?:us|usd|eur|gbp|chf|inr|jpy|cad|aud)$/i.exec(text.slice(span.at, span.end))?.[0]
  const own = glued === undefined ? undefined : currencyCode(glued, 'after')
  if (own !== undefined) return { ...span, numbers, currency: own }
  const percent = /^[\s\u00a0-]{0,2}(?:%|percent(?:age)?(?!\p{L})|per cent(?!\p{L})|pct(?!\p{L}))/iu.exec(after)?.[0]
  if (percent !== undefined) return { at: span.at, end: span.end + percent.length, numbers, isPercent: true }
  const money = currencyAround(before, after)
  if (money === undefined) return { ...span, numbers }
  return { at: span.at - money.before, end: span.end + money.after, numbers, currency: money.code }
}

const wordAfter = /^[\s\u00a0-]{0,2}(?<word>\p{L}{3,8})(?!\p{L})/u
const signAfter = /^[ \u00a0\u202f]{0,2}(?<word>(?:US|CA|AU|NZ|HK|[CA])?[$€£¥₹₩₪₽₴])(?!\d)/u

function currencyAround(before: string, after: string): { code: string; before: number; after: number } | undefined {
  const following = wordAfter.exec(after) ?? signAfter.exec(after)
  const right = currencyCode(following?.groups?.word ?? '', 'after')
  const leading = currencyEnding.exec(before)
  // `5 € 6`
  const isTaken = leading !== null && /\s$/.test(before) && /\d\s?$/.test(before.slice(0, leading.index))
  const left = isTaken ? undefined : currencyCode(leading?.groups?.word ?? '', 'before')
  const lengthBefore = left === undefined ? 0 : (leading?.[0].length ?? 0)
  const lengthAfter = right === undefined ? 0 : (following?.[0].length ?? 0)
  // `$5 CAD`
  if (right !== undefined && (left === undefined || left === 'usd' || left === right)) {
    return { code: right, before: lengthBefore, after: lengthAfter }
  }
  return left === undefined ? undefined : { code: left, before: lengthBefore, after: 0 }
}

const currencyEnding = new RegExp(String.raw`(?<word>${currencyBefore.source})[ \u00a0\u202f-]{0,2}$`, 'u')
