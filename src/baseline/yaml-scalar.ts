/** Text of these characters alone, beginning with a letter, needs no quotes (YAML 1.2.2, 7.3.3, kept narrower on purpose) … */
const plainCharacters = /^\p{L}[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u
/** The same of ASCII: compiling the one above costs more than all else that most files need. */
const ascii = /^[\x20-\x7e]*$/
const plainAscii = /^[A-Za-z][\x20-\x7e]*$/
/** … unless a colon or a hash sign would be read as more than that, or a space at the end would be lost. */
const plainEnds = /: | #|[: ]$/
/** What YAML 1.1 or 1.2 readers take for something other than a string, though it begins with a letter. */
const reserved = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf|infinity)$/i
/**
 * What a literal block cannot carry (controls, `\r`, byte order mark, non-characters), what some readers take for a line
 * break (NEL, U+2028, U+2029), and what makes a reviewer read another order than is written (bidirectional overrides).
 */
const unfitForBlock =
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/
const unescapedByJson = /[\x7f-\xa0\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g
/** YAML 1.2.2, 8.2.2: an implicit key has at most 1024 characters. */
const longestImplicitKey = 1024

/** A string as a YAML scalar on one line: plain where that is safe, else in double quotes. Without lone surrogates. */
export function inlineScalar(text: string): string {
  const isPlain =
    (ascii.test(text) ? plainAscii : plainCharacters).test(text) && !plainEnds.test(text) && !reserved.test(text)
  return isPlain ? text : doubleQuoted(text)
}

/**
 * A string as a YAML literal block after a key, or an item, that is indented by `indent` spaces; in double quotes where a
 * block cannot carry it, and where nothing would be seen in it. Without lone surrogates. Has no line feed at its end.
 */
export function blockScalar(text: string, indent: number): string {
  if (unfitForBlock.test(text) || !/\S/.test(text)) return doubleQuoted(text)
  const indicator = /^\s/.test(text) ? '2' : ''
  const chomping = !text.endsWith('\n') ? '-' : text.endsWith('\n\n') ? '+' : ''
  const body = text.endsWith('\n') ? text.slice(0, -1) : text
  return `|${indicator}${chomping}\n${body.replace(/^(?=[^\n])/gm, ' '.repeat(indent + 2))}`
}

/** A key with its colon, of a block mapping that is indented by `indent` spaces. */
export function mappingKey(key: string, indent: number): string {
  const scalar = inlineScalar(key)
  return scalar.length <= longestImplicitKey ? `${scalar}:` : `? ${scalar}\n${' '.repeat(indent)}:`
}

// A JSON string is a YAML double-quoted scalar; only what JSON leaves bare and YAML does not is added.
function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    unescapedByJson,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
