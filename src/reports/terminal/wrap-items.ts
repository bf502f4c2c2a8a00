import { displayWidth } from './display-width.js'
import { wrapBehind } from './wrap-text.js'

const noBreak = '\u00A0'

/** Items parted by `·`, which break between items alone; one that is longer than a line breaks between its words. */
export function wrapItems(prefix: string, items: readonly string[], columns: number): string[] {
  const room = columns - displayWidth(prefix)
  const text = items
    .map((item) => (displayWidth(item) > room ? item : item.replaceAll(' ', noBreak)))
    .join(`${noBreak}· `)
  return wrapBehind(prefix, text, columns).map((line) => line.replaceAll(noBreak, ' '))
}
