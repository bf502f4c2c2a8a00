import { canonicalNumbers } from './canonical-numbers.js'
import { normalizeText } from './normalize-text.js'

export interface Token {
  /** The word or numeral, normalised. */
  text: string
  /** What the numeral may stand for, canonical; absent for a word. */
  numbers?: string[]
  /**
   * Names a code, date, time, phone number or address, such as `HP-5520-713`, `14:00` or `a@b.example`, that the token is a
   * piece of, by its index in the text. A piece of it must not be taken for a word or number of its own.
   */
  compound?: number
}

/** Scripts that put no space between words: each character is a token. */
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`
const letter = String.raw`(?:(?!${unspaced})[\p{L}\p{M}\p{N}])`

/** What may stand inside a chunk: marks between two letters or digits, and a minus or a plus before a digit. */
const chunk = new RegExp(
  String.raw`${unspaced}\p{M}*|(?<!${letter})-?${letter}(?:${letter}|[-._'@,](?=${letter})|(?<=\d)[/:](?=\d))*|[%$€£¥₹]`,
  'gu',
)

/** `68mm` is `68 mm`, `21st` is 21: whatever is written close to a number, and is no part of it. */
const numberWithUnit =
  /^(?<number>-?[\d.,']*\d)(?<unit>st|nd|rd|th|mm|cm|km|m|kg|g|mg|ml|l|oz|lb|lbs|kb|mb|gb|tb|hz|khz|mhz|ghz|w|kw|kwh|v|am|pm|x|px|h|hr|hrs|min|mins|s|sec|ms|eur|usd|gbp|chf)$/
const ordinal = /^(?:st|nd|rd|th)$/

const signs: Record<string, string> = { '%': 'percent', $: 'usd', '€': 'eur', '£': 'gbp', '¥': 'jpy', '₹': 'inr' }

/**
 * The words and numbers of a text, in order, in any script, normalised for comparing. Punctuation is left out, but that
 * percent and currency signs become words, as they are said. Linear in the length of the text.
 *
 * @example
 * tokenize('Order #12345 costs €1,234.50.').map((token) => token.text) // ['order', '12345', 'costs', 'eur', '1,234.50']
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of normalizeText(keepNarrowSpaces(text)).matchAll(chunk)) {
    for (const token of tokensOf(match[0], match.index)) tokens.push(token)
  }
  return tokens
}

/** Normalising would make a plain space of the ones that group digits: 1 234. */
function keepNarrowSpaces(text: string): string {
  return text.replace(/(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))/g, "'").replace(/\u2212(?=\d)/g, '-')
}

function tokensOf(text: string, index: number): Token[] {
  const sign = signs[text]
  if (sign !== undefined) return [{ text: sign }]
  const whole = numberToken(text)
  if (whole !== undefined) return [whole]
  const { number = '', unit = '' } = numberWithUnit.exec(text)?.groups ?? {}
  const measured = numberToken(number)
  if (measured !== undefined) return ordinal.test(unit) ? [measured] : [measured, { text: unit }]
  const parts = text.split(/,/)
  if (parts.length > 1) return parts.flatMap((part, at) => (part === '' ? [] : tokensOf(part, index + at)))
  return pieces(text, index)
}

function numberToken(text: string): Token | undefined {
  const negative = text.startsWith('-')
  const numbers = canonicalNumbers(negative ? text.slice(1) : text)
  if (numbers.length === 0) return undefined
  // A dash before a number may be a list's or a hyphen's: both readings stand.
  return { text, numbers: negative ? [...numbers.map((number) => `-${number}`), ...numbers] : numbers }
}

function pieces(text: string, index: number): Token[] {
  const parts = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((part) => part !== '')
  const compound = isCompound(text, parts) ? { compound: index } : {}
  return parts.flatMap((part) => {
    const whole = numberToken(part)
    if (whole !== undefined) return [{ ...whole, ...compound }]
    const { number = '', unit = '' } = numberWithUnit.exec(part)?.groups ?? {}
    const measured = numberToken(number)
    if (measured === undefined) return [{ text: part, ...compound }]
    const tokens = ordinal.test(unit) ? [measured] : [measured, { text: unit }]
    return tokens.map((token) => ({ ...token, ...compound }))
  })
}

/** Two numbers joined by a hyphen may be a range, so that each counts; a leading zero says that they are not. */
function isCompound(text: string, parts: string[]): boolean {
  if (text.includes('@')) return true
  const withDigit = parts.filter((part) => /\d/.test(part)).length
  if (parts.length >= 3) return withDigit >= 2
  if (parts.length < 2 || withDigit < 2) return false
  return /[:/]/.test(text) || parts.some((part) => /^0\d/.test(part)) || parts.some((part) => /\D/.test(part))
}
