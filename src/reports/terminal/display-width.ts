// Made when it is needed: it takes 13 ms, and most reports hold nothing but what `simple` knows.
let graphemes: Intl.Segmenter | undefined
/** ASCII, Latin and general punctuation: one code unit, one column and one character each, whatever stands beside it. */
const simple = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2200-\u22ff]*$/
const invisible = /^[\p{Mn}\p{Me}\p{Cf}]+$/u
// Blocks with the East Asian width W or F (Unicode TR 11); emoji are wide by their own property.
const wide =
  /^(?:\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{RI}|[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18AFF}\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}])/u

/** Columns that a text without control characters takes in a terminal. */
export function displayWidth(text: string): number {
  if (simple.test(text)) return text.length
  return characters(text).reduce((width, character) => width + characterWidth(character), 0)
}

/** What a reader takes for one character each: never split one. */
export function characters(text: string): string[] {
  if (simple.test(text)) return text.split('')
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}

export function characterWidth(character: string): number {
  if (invisible.test(character)) return 0
  return wide.test(character) ? 2 : 1
}
