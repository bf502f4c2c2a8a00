import { stripControlCharacters } from '../text/strip-control-characters.js'

const LONGEST = 60

/** A text as the argument of a call, for messages: on one line, safe to print, cut, in quotation marks. */
export function showArgument(text: string): string {
  const line = stripControlCharacters(text.slice(0, 4 * LONGEST))
    .replace(/\s+/g, ' ')
    .trim()
  // Not half of a character outside the basic plane.
  return line.length <= LONGEST ? `'${line}'` : `'${line.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…'`
}
