import { findPhrase } from './find-phrase.js'
import { currencyOf, moneyAmount } from './money-amount.js'
import type { Token } from './tokenize.js'

/**
 * Where a value stands in a text as whole tokens: the index, or -1. As `findPhrase`, but that a sum of money is found by its
 * number wherever no other currency stands beside it: `€128` is in `128.00 EUR` and in `128`, not in `$128`.
 */
export function findValue(tokens: readonly Token[], value: readonly Token[]): number {
  const money = moneyAmount(value)
  if (money === undefined) return findPhrase(tokens, value)
  for (let at = findPhrase(tokens, [money.number]); at !== -1; at = findPhrase(tokens, [money.number], at + 1)) {
    const beside = [currencyOf(tokens[at - 1]), currencyOf(tokens[at + 1])].filter((code) => code !== undefined)
    if (beside.length === 0 || beside.includes(money.currency)) return at
  }
  return -1
}
