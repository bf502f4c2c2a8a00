import { createContext, Script } from 'node:vm'
import type { PatternSource } from '../judge.js'
import type { Span } from './span.js'

/** For a pattern that does not go back over a text again and again, it is enough for megabytes. */
const LONGEST_MS = 250

const search = new Script('const found = new RegExp(source, flags).exec(text); found && [found.index, found[0].length]')

/**
 * Where a text first matches a regular expression, or `undefined`. JavaScript alone would let a pattern such as `(a+)+$` run for years on
 * a text that was made for it, so it is stopped after a quarter of a second.
 *
 * @returns `'too slow'` where it was stopped, for then nobody knows
 */
export function matchPattern({ source, flags = '' }: PatternSource, text: string): Span | 'too slow' | undefined {
  const context = createContext({ source, flags: flags.replace(/[gy]/g, ''), text })
  try {
    const found = search.runInContext(context, { timeout: LONGEST_MS }) as [number, number] | null
    return found === null ? undefined : { at: found[0], end: found[0] + found[1] }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'too slow'
    throw error
  }
}
