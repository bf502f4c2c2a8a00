import type { Palette } from './palette.js'
import { displayWidth } from './display-width.js'
import { splitAtWidth } from './fit-text.js'
import type { DiffRun } from './word-diff.js'

interface Piece {
  text: string
  kind: DiffRun['kind']
}

/** A word diff as lines of at most `width`: coloured, or without colours as `[-gone-] {+come+}`. */
export function wordDiffLines(runs: readonly DiffRun[], width: number, maxLines: number, palette: Palette): string[] {
  const lines: Piece[][] = []
  let line: Piece[] = []
  let used = 0
  for (const chunk of chunksOf(runs, width, palette.isColorSupported)) {
    const taken = widthOf(chunk)
    if (used > 0 && used + 1 + taken > width) {
      lines.push(line)
      line = []
      used = 0
    }
    if (used > 0) {
      const kind = line.at(-1)?.kind === chunk[0]?.kind ? (chunk[0]?.kind ?? 'same') : 'same'
      line.push({ text: ' ', kind })
      used += 1
    }
    line.push(...chunk)
    used += taken
  }
  if (line.length > 0) lines.push(line)
  const shown = lines.slice(0, maxLines).map((pieces) => paint(pieces, palette))
  return lines.length > maxLines ? [...shown, palette.dim('…')] : shown
}

/** Pieces that no white space parts: a line may break between two chunks alone. */
function chunksOf(runs: readonly DiffRun[], width: number, colored: boolean): Piece[][] {
  const chunks: Piece[][] = []
  for (const { kind, words, spaceBefore } of runs) {
    const [open, close] = colored || kind === 'same' ? ['', ''] : kind === 'removed' ? ['[-', '-]'] : ['{+', '+}']
    words.forEach((word, index) => {
      const text = `${index === 0 ? open : ''}${word}${index === words.length - 1 ? close : ''}`
      const previous = chunks.at(-1)
      const glued = index === 0 && !spaceBefore && previous !== undefined
      if (glued && widthOf(previous) + displayWidth(text) <= width) previous.push({ text, kind })
      else chunks.push(...splitAtWidth(text, width).map((part) => [{ text: part, kind }]))
    })
  }
  return chunks
}

function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((width, piece) => width + displayWidth(piece.text), 0)
}

function paint(pieces: readonly Piece[], palette: Palette): string {
  const merged: Piece[] = []
  for (const { text, kind } of pieces) {
    const last = merged.at(-1)
    if (last?.kind === kind) last.text += text
    else merged.push({ text, kind })
  }
  return merged
    .map(({ text, kind }) => {
      if (kind === 'same') return text
      return kind === 'added' ? palette.green(text) : palette.red(palette.strikethrough(text))
    })
    .join('')
}
