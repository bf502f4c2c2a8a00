/** One item a line, counted from 1, as models count. An item cannot pose as the next: line breaks within it become spaces. */
export function numbered(items: string[]): string {
  return items.map((item, position) => `${position + 1}. ${item.replace(/\s+/g, ' ').trim()}`).join('\n')
}
