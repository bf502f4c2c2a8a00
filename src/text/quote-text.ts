import { stripControlCharacters } from './strip-control-characters.js'

const LONGEST_QUOTE = 80

/** Foreign text as a quotation in a sentence of ours: one line, safe to print, at most 80 characters, in quotation marks. */
export function quoteText(text: string): string {
  const line = stripControlCharacters(text.slice(0, 8 * LONGEST_QUOTE))
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= LONGEST_QUOTE) return `"${line}"`
  // Not half of a character outside the basic plane.
  return `"${line.slice(0, LONGEST_QUOTE - 1).replace(/[\ud800-\udbff]$/, '')}…"`
}
