/** The sentences of a text, trimmed; a line break ends one too. Linear; `e.g.` and the like may be cut, which does no harm here. */
export function splitSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+|(?<=[。！？])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}
