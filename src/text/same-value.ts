import { sameToken } from './find-phrase.js'
import { currencyOf, moneyAmount } from './money-amount.js'
import type { Token } from './tokenize.js'

/**
 * Whether two values are the same but for the way they are written: case, accents, punctuation, the form of a number,
 * a currency that only one of them names.
 */
export function sameValue(found: readonly Token[], wanted: readonly Token[]): boolean {
  const [a, b] = [asAmount(found), asAmount(wanted)]
  if (a !== undefined && b !== undefined) {
    if (a.currency !== undefined && b.currency !== undefined && a.currency !== b.currency) return false
    return sameToken(a.number, b.number)
  }
  return found.length === wanted.length && wanted.every((token, index) => sameToken(found[index], token))
}

function asAmount(value: readonly Token[]): { number: Token; currency?: string } | undefined {
  const [only] = value
  if (value.length === 1 && only !== undefined && currencyOf(only) === undefined) {
    return only.numbers === undefined ? undefined : { number: only }
  }
  return moneyAmount(value)
}
