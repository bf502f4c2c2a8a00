import { stripControlCharacters } from '../text/strip-control-characters.js'

/**
 * Text of a reply, a rationale or a name, fit for one line of a report: what could steer a terminal is gone,
 * a line break is `⏎`, other white space a single blank.
 */
export function oneLine(text: string): string {
  const unified = text.replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
  return stripControlCharacters(unified)
    .trim()
    .replace(/\s*\n\s*/g, ' ⏎ ')
    .replace(/\s+/g, ' ')
}
