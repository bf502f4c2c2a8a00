import { sameValue } from '../text/same-value.js'
import { tokenize } from '../text/tokenize.js'

export type Aliases = Record<string, string[]>

/** The ways to say a value: itself first, then its aliases, and, for an alias, what it is an alias of. */
export function valueForms(
  value: string | number | bigint,
  aliases: Aliases = {},
): [string | number | bigint, ...string[]] {
  const own = tokenize(String(value))
  const others = Object.entries(aliases)
    .map(([name, more]) => [name, ...more])
    .filter((forms) => forms.some((form) => sameValue(tokenize(form), own)))
  return [value, ...others.flat()]
}
