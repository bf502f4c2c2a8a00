/** Marks the beginning of a word, in place of the space before it. */
const WORD_START = '▁'
/** What no piece covers. */
const UNKNOWN = 0
/** The first ones stand for the beginning of a text and the like, and are in none. */
const RESERVED = 6
/** Worse than any way to write a character in known pieces. */
const UNKNOWN_SCORE = -100

/**
 * Cuts texts into the pieces that a model was trained on, as SentencePiece's unigram model does: of all ways to write the text in
 * pieces of the vocabulary the one with the highest sum of scores.
 * Kudo, Subword Regularization (2018), https://arxiv.org/abs/1804.10959; the best way by Viterbi's algorithm.
 */
export class PieceTokenizer {
  readonly #ids = new Map<string, number>()
  readonly #scores: Float32Array
  #longest = 0

  /**
   * @param pieces by their number
   * @param scores log probabilities, one a piece
   */
  constructor(pieces: readonly string[], scores: Float32Array) {
    this.#scores = scores
    for (const [id, piece] of pieces.entries()) {
      if (id < RESERVED) continue
      this.#ids.set(piece, id)
      this.#longest = Math.max(this.#longest, piece.length)
    }
  }

  /**
   * Linear in the text.
   *
   * @param maxPieces what comes after is cut off
   * @returns numbers of pieces; several unknown characters in a row are one unknown piece
   */
  tokenize(text: string, maxPieces = Infinity): number[] {
    // So many pieces never cover more than this.
    const limit = Math.min(maxPieces, 1_000_000) * this.#longest
    const marked = markWords(text).slice(0, limit)
    const best = new Float64Array(marked.length + 1).fill(-Infinity)
    const cameFrom = new Int32Array(marked.length + 1)
    const pieceAt = new Int32Array(marked.length + 1)
    best[0] = 0
    for (let end = 1; end <= marked.length; end++) {
      const reach = (start: number, id: number, score: number) => {
        const sum = (best[start] ?? -Infinity) + score
        if (sum <= (best[end] ?? -Infinity)) return
        best[end] = sum
        cameFrom[end] = start
        pieceAt[end] = id
      }
      reach(end - 1, UNKNOWN, UNKNOWN_SCORE)
      for (let start = Math.max(0, end - this.#longest); start < end; start++) {
        const id = this.#ids.get(marked.slice(start, end))
        if (id !== undefined) reach(start, id, this.#scores[id] ?? UNKNOWN_SCORE)
      }
    }
    const ids: number[] = []
    for (let end = marked.length; end > 0; end = cameFrom[end] ?? 0) ids.push(pieceAt[end] ?? UNKNOWN)
    ids.reverse()
    return ids.filter((id, index) => id !== UNKNOWN || ids[index - 1] !== UNKNOWN).slice(0, maxPieces)
  }
}

function markWords(text: string): string {
  const words = text.normalize('NFKC').trim().split(/\s+/)
  return words[0] === '' ? '' : words.map((word) => `${WORD_START}${word}`).join('')
}
