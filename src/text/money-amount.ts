import type { Token } from './tokenize.js'

const currencies: Record<string, string> = Object.fromEntries(
  Object.entries({
    usd: ['usd', 'dollar', 'dollars'],
    eur: ['eur', 'euro', 'euros'],
    gbp: ['gbp', 'pound', 'pounds'],
    jpy: ['jpy', 'yen'],
    inr: ['inr', 'rupee', 'rupees'],
    chf: ['chf', 'franken'],
  }).flatMap(([code, words]) => words.map((word) => [word, code])),
)

/** The ISO 4217 code that a token stands for (`$` counts as US dollars), or `undefined`. */
export function currencyOf(token: Token | undefined): string | undefined {
  if (token === undefined || !Object.hasOwn(currencies, token.text)) return undefined
  return currencies[token.text]
}

/** Number and currency, where a value is just that: `€128.00`, `128 EUR`. */
export function moneyAmount(value: readonly Token[]): { number: Token; currency: string } | undefined {
  if (value.length !== 2) return undefined
  const number = value.find((token) => token.numbers !== undefined)
  const currency = currencyOf(value.find((token) => token !== number))
  return number === undefined || currency === undefined ? undefined : { number, currency }
}
