const MARK = '▸'

/** All that ends a line somewhere: where text is shown, read by a model, or searched by line. */
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/

/**
 * Texts of several turns as one: a turn begins at each line that begins with `▸`, and its other lines are indented, so that no text can
 * pose as the next turn. No word and no number is added, which a judge that goes by words would find. Empty where nothing is said at all.
 */
export function layOutTurns(texts: readonly string[]): string {
  if (texts.every((text) => text.trim() === '')) return ''
  return texts.map((text) => `${MARK} ${text.trim().split(LINE_BREAK).join('\n  ')}`.trimEnd()).join('\n')
}
