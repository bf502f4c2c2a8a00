import { characters, characterWidth, displayWidth } from './display-width.js'

/** Cuts a text to a width, with `…` where something is gone. */
export function truncate(text: string, width: number): string {
  return displayWidth(text) <= width ? text : `${(splitAtWidth(text, width - 1)[0] ?? '').trimEnd()}…`
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text
}

/** Pieces of at most the width each, which together are the text. */
export function splitAtWidth(text: string, width: number): string[] {
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const character of characters(text)) {
    const taken = characterWidth(character)
    if (piece !== '' && used + taken > width) {
      pieces.push(piece)
      piece = ''
      used = 0
    }
    piece += character
    used += taken
  }
  return piece === '' ? pieces : [...pieces, piece]
}
