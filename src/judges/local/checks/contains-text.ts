import { findValue } from '../../../text/find-value.js'
import { normalizeText } from '../../../text/normalize-text.js'
import { tokenize } from '../../../text/tokenize.js'

/** Whether a text has another as whole words, without case and accents. What has no words (`:)`) is searched for as it is. */
export function containsText(text: string, wanted: string): boolean {
  const tokens = tokenize(wanted)
  if (tokens.length === 0) return normalizeText(text).includes(normalizeText(wanted.trim()))
  return findValue(tokenize(text), tokens) !== -1
}
