import type { PatternSource } from '../../judge.js'
import { checkError } from './check-error.js'
import type { CheckSubject } from './check-result.js'

const remedy = 'write a RegExp, or { source, flags } as in { "source": "\\\\bfree\\\\b", "flags": "i" }'

/**
 * The regular expression of a check, whichever way it is given. Without its `g` and `y`: with them it would start where its last search ended.
 *
 * @throws {TypeError} where there is none, or it does not compile, naming the criterion
 */
export function toRegExp(pattern: PatternSource | RegExp, subject: CheckSubject): RegExp {
  const { source, flags = '' } = pattern as { source: unknown; flags?: unknown }
  if (typeof source !== 'string' || typeof flags !== 'string') {
    throw checkError(subject, 'a regular expression', pattern, remedy)
  }
  try {
    return new RegExp(source, flags.replace(/[gy]/g, ''))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw checkError(subject, `a regular expression that compiles (${why})`, pattern, remedy)
  }
}
