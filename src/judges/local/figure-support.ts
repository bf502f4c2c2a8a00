import { findPhrase } from '../../text/find-phrase.js'
import { numberWords } from '../../text/number-words.js'
import type { Token } from '../../text/tokenize.js'
import { kindBeside, type Figure } from './figures.js'

/** `unclear`: it may be there in another way of writing: in words, as a part of a date, as a number of something unsaid. */
export type FigureSupport = 'stated' | 'unclear' | 'absent'

/** Whether tokens state a figure. `22 May` is stated by `May 22`, not by `22 June`, and perhaps by `2026-05-22`. */
export function figureSupport(figure: Figure, tokens: readonly Token[]): FigureSupport {
  return figure.tokens.length > 1 ? wholeSupport(figure.tokens, tokens) : numberSupport(figure, tokens)
}

function numberSupport({ tokens: [number], of }: Figure, tokens: readonly Token[]): FigureSupport {
  if (number === undefined) return 'absent'
  let unclear = false
  for (let at = findPhrase(tokens, [number]); at !== -1; at = findPhrase(tokens, [number], at + 1)) {
    const found = kindBeside(tokens, at)?.of
    if (of === undefined || (found?.kind === of.kind && found.name === of.name)) return 'stated'
    if (found === undefined && of.kind === 'currency') return 'stated'
    if (found === undefined) unclear = true
  }
  return unclear || isPieceOf(compounds(tokens), number) || isSpelledOut(number, tokens) ? 'unclear' : 'absent'
}

/** A code or an address is as it is; a date or a time may be written otherwise, with most of its numbers. */
function wholeSupport(whole: readonly Token[], tokens: readonly Token[]): FigureSupport {
  if (findPhrase(tokens, whole) !== -1) return 'stated'
  if (whole.some(({ numbers }) => numbers === undefined)) return 'absent'
  const found = whole.filter((piece) => isPieceOf(tokens, piece) || isPieceOf(tokens, twelveHours(piece)))
  return found.length >= whole.length - 1 ? 'unclear' : 'absent'
}

function compounds(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ compound }) => compound !== undefined)
}

/** Whether the number stands there at all, be it within a date or a code. */
function isPieceOf(tokens: readonly Token[], { numbers = [] }: Token): boolean {
  return numbers.some((number) => tokens.some((token) => token.numbers?.includes(number)))
}

/** 14:00 may be 2 pm. */
function twelveHours(piece: Token): Token {
  const hour = Number(piece.text)
  return hour > 12 && hour < 24 ? { text: String(hour - 12), numbers: [String(hour - 12)] } : piece
}

/** The set holds them in order: two to twenty, then the tens, then hundred and thousand. */
const spelled = [...numberWords]
const ones = ['zero', 'one', ...spelled.slice(0, 19)]
const tens = ['', 'ten', 'twenty', ...spelled.slice(19, 26)]

function isSpelledOut({ numbers = [] }: Token, tokens: readonly Token[]): boolean {
  const has = (word: string) => tokens.some(({ text }) => text === word)
  return numbers.some((number) => {
    const value = Number(number)
    if (!Number.isInteger(value) || value < 0) return false
    if (value === 1) return ['one', 'a', 'an', 'single', 'first'].some(has)
    if (value >= 100) return has('hundred') || has('thousand')
    if (value <= 20) return has(ones[value] ?? '')
    const [ten, one] = [Math.floor(value / 10), value % 10]
    return has(tens[ten] ?? '') && (one === 0 || has(ones[one] ?? ''))
  })
}
