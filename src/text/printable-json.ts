/** What `JSON.stringify` leaves bare and a terminal obeys, or a reader is misled by: DEL, C1, line separators, marks of direction. */
const unescaped = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

/** JSON with foreign text in it, indented and safe to print; it is read as what went in. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    unescaped,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
