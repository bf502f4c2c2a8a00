import { wrapBehind } from './wrap-text.js'

const noBreak = '\u00A0'

/** Items parted by `·`, which break between items alone where a line is long enough for one. */
export function wrapItems(prefix: string, items: readonly string[], columns: number): string[] {
  const text = items.map((item) => item.replaceAll(' ', noBreak)).join(`${noBreak}· `)
  return wrapBehind(prefix, text, columns).map((line) => line.replaceAll(noBreak, ' '))
}
