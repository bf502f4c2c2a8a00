import { sameToken } from '../../text/find-phrase.js'
import { currencyOf } from '../../text/money-amount.js'
import { quoteText } from '../../text/quote-text.js'
import type { Token } from '../../text/tokenize.js'

/** A number, an amount, a date, a time, an id or an address, as a text states it. */
export interface Figure {
  /** For messages: `30 days`, `hp 5520 713`. */
  text: string
  /** The number alone, or all the pieces of a code, date, time or address. */
  tokens: Token[]
  /** What the number is of: a currency, a unit, or a month. */
  of: FigureKind | undefined
}

export interface FigureKind {
  kind: 'currency' | 'unit' | 'month'
  name: string
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const monthNames = new Set(
  'january february march april may june july august september october november december sept'.split(' '),
)

const units: Record<string, string> = Object.fromEntries(
  [
    'second sec secs s',
    'minute min mins',
    'hour hr hrs h',
    'day',
    'week',
    'month',
    'year',
    'percent',
    'km',
    'kg',
    'mg',
    'ml',
    'mm',
    'cm',
    'gb',
    'mb',
  ].flatMap((line) => {
    const [unit = '', ...short] = line.split(' ')
    return [unit, `${unit}s`, ...short].map((word) => [word, unit])
  }),
)

/** The figures of a text's tokens, in order. */
export function figuresOf(tokens: readonly Token[]): Figure[] {
  return tokens.flatMap((token, at): Figure[] => {
    if (token.compound !== undefined) return startsCompound(tokens, at) ? compoundFigure(tokens, at) : []
    if (token.numbers === undefined) {
      return /\d/.test(token.text) ? [{ text: token.text, tokens: [token], of: undefined }] : []
    }
    const beside = kindBeside(tokens, at)
    const text = beside === undefined ? token.text : `${token.text} ${beside.word}`
    return [{ text, tokens: [token], of: beside?.of }]
  })
}

function startsCompound(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.compound !== tokens[at]?.compound
}

function compoundFigure(tokens: readonly Token[], at: number): Figure[] {
  let end = at
  while (tokens[end] !== undefined && tokens[end]?.compound === tokens[at]?.compound) end++
  const whole = tokens.slice(at, end)
  return [{ text: whole.map(({ text }) => text).join(' '), tokens: whole, of: undefined }]
}

/** @internal What the number at `at` is of, as the words beside it say. */
export function kindBeside(tokens: readonly Token[], at: number): { of: FigureKind; word: string } | undefined {
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  for (const token of [after, before]) {
    const currency = currencyOf(token)
    if (token !== undefined && currency !== undefined)
      return { of: { kind: 'currency', name: currency }, word: token.text }
  }
  if (after !== undefined && Object.hasOwn(units, after.text)) {
    return { of: { kind: 'unit', name: units[after.text] ?? '' }, word: after.text }
  }
  // 2026 beside a month is a year.
  if (!/^-?\d{1,2}$/.test(tokens[at]?.text ?? '')) return undefined
  for (const token of [after, before]) {
    const month = token === undefined ? undefined : monthOf(token.text)
    if (token !== undefined && month !== undefined) return { of: { kind: 'month', name: month }, word: token.text }
  }
  return undefined
}

function monthOf(word: string): string | undefined {
  const short = word.slice(0, 3)
  return months.includes(short) && (word === short || monthNames.has(word)) ? short : undefined
}

/** Where a figure stands among others, or -1. */
export function indexOfFigure(figures: readonly Figure[], { tokens }: Figure): number {
  return figures.findIndex(
    (figure) =>
      figure.tokens.length === tokens.length && tokens.every((token, at) => sameToken(figure.tokens[at], token)),
  )
}

/** Each once, for a message. */
export function listFigures(figures: readonly Figure[]): string {
  return [...new Set(figures.map(({ text }) => quoteText(text)))].join(', ')
}
