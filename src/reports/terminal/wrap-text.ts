import { displayWidth } from './display-width.js'
import { splitAtWidth, truncate } from './fit-text.js'

/** Breaks a one-line text between words into lines of at most `width`; the last of `maxLines` ends with `…` if there is more. */
export function wrapText(text: string, width: number, maxLines = Infinity): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((long) => splitAtWidth(long, width))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (displayWidth(longer) <= width) {
      line = longer
    } else {
      lines.push(line)
      line = word
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length <= maxLines) return lines
  const last = lines[maxLines - 1] ?? ''
  return [...lines.slice(0, maxLines - 1), truncate(`${truncate(last, width - 2)} …`, width)]
}

/** Wraps behind a first line's prefix; the further lines hang below its text. */
export function wrapBehind(prefix: string, text: string, columns: number, maxLines?: number): string[] {
  const indent = displayWidth(prefix)
  const [first = '', ...rest] = wrapText(text, columns - indent, maxLines)
  return [prefix + first, ...rest.map((line) => ' '.repeat(indent) + line)]
}
