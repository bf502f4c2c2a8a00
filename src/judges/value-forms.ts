import { sameValue } from '../text/same-value.js'
import { tokenize, type Token } from '../text/tokenize.js'

export type Aliases = Record<string, string[]>

/** The ways to say a value, as tokens: itself first, then its aliases, and, for an alias, what it is an alias of. */
export function valueForms(value: string | number | bigint, aliases: Aliases = {}): Token[][] {
  const own = tokenize(String(value))
  const others = Object.entries(aliases)
    .map(([name, more]) => [name, ...more].map((form) => tokenize(form)))
    .filter((forms) => forms.some((form) => sameValue(form, own)))
  return [own, ...others.flat()].filter((form) => form.length > 0)
}
