/* eslint-disable no-control-regex -- they are what is taken out */

/** What a terminal obeys as a whole: CSI (colours, cursor, erasing) and OSC (titles, links, the clipboard). */
const escapeSequence = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/g

/** C0 but tab and line feed, DEL, C1, line and paragraph separators, and the marks that turn the reading direction. */
const controlCharacter =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g

/**
 * Foreign text, safe to print: nothing in it moves the cursor, colours, hides or reverses what stands around it.
 * Keeps tabs and line feeds; a carriage return becomes a line feed, since it would overwrite its line. Linear in the length.
 *
 * @example
 * stripControlCharacters('\u001b[31mred\u001b[0m\r\n') // 'red\n'
 */
export function stripControlCharacters(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(escapeSequence, '').replace(controlCharacter, '')
}
