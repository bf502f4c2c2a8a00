import { quoteText } from '../../../text/quote-text.js'
import type { CheckSubject } from './check-result.js'

/** A check that means nothing: which criterion, what was expected, what came, what to write. */
export function checkError({ criterion }: CheckSubject, expected: string, got: unknown, remedy: string): TypeError {
  const shown = typeof got === 'string' ? quoteText(got) : got instanceof RegExp ? String(got) : json(got)
  return new TypeError(`criterion ${quoteText(criterion)}: expected ${expected}, got ${shown}; ${remedy}`)
}

function json(value: unknown): string {
  return typeof value === 'number' || value === undefined ? String(value) : JSON.stringify(value)
}
