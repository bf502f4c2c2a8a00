import { readAsset, type Asset } from './read-asset.js'

const DIMENSIONS = 100
/** Arora et al. 2017: how much rarer words weigh more in the vector of a text. */
const SMOOTHING = 1e-3

/**
 * What the 20,000 most frequent English words mean, as numbers: GloVe (Pennington et al. 2014) in 100 dimensions.
 * Words are in lower case; of an unknown one nothing is known.
 */
export class WordVectors {
  readonly #ranks: Map<string, number>
  readonly #vectors: Float32Array

  private constructor(asset: Asset) {
    const words = asset.texts('words')
    this.#ranks = new Map(words.map((word, rank) => [word, rank]))
    this.#vectors = unitRows(asset.int8('vectors'))
  }

  /** @throws {Error} where the package's files are missing or damaged */
  static async load(): Promise<WordVectors> {
    return new WordVectors(await readAsset('words.bin'))
  }

  /** How often the word stands among all words of a text, 0..1, by Zipf's law from its rank; the rarest for an unknown one. */
  frequency(word: string): number {
    const rank = this.#ranks.get(word) ?? this.#ranks.size
    return 1 / ((rank + 2.7) * Math.log(1.78 * this.#ranks.size))
  }

  /** Cosine of two words, −1..1: 1 for the same word, `undefined` where one of two different ones is unknown. */
  similarity(a: string, b: string): number | undefined {
    if (a === b) return 1
    const first = this.#ranks.get(a)
    const second = this.#ranks.get(b)
    if (first === undefined || second === undefined) return undefined
    let sum = 0
    for (let i = 0; i < DIMENSIONS; i++) {
      sum += (this.#vectors[first * DIMENSIONS + i] ?? 0) * (this.#vectors[second * DIMENSIONS + i] ?? 0)
    }
    return sum
  }

  /**
   * A vector for a whole text, of length 1: the mean of its words', each weighted `a / (a + frequency)`.
   * Arora, Liang and Ma, A Simple but Tough-to-Beat Baseline for Sentence Embeddings (2017), without the removal of the
   * common component. `undefined` where no word is known.
   */
  ofText(words: readonly string[]): Float32Array | undefined {
    const sum = new Float32Array(DIMENSIONS)
    let known = 0
    for (const word of words) {
      const rank = this.#ranks.get(word)
      if (rank === undefined) continue
      known++
      const weight = SMOOTHING / (SMOOTHING + this.frequency(word))
      for (let i = 0; i < DIMENSIONS; i++) {
        sum[i] = (sum[i] ?? 0) + weight * (this.#vectors[rank * DIMENSIONS + i] ?? 0)
      }
    }
    if (known === 0) return undefined
    const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0))
    return length === 0 ? undefined : sum.map((value) => value / length)
  }
}

function unitRows(integers: Int8Array): Float32Array {
  const vectors = new Float32Array(integers.length)
  for (let start = 0; start < integers.length; start += DIMENSIONS) {
    let squares = 0
    for (let i = start; i < start + DIMENSIONS; i++) squares += (integers[i] ?? 0) ** 2
    const length = Math.sqrt(squares) || 1
    for (let i = start; i < start + DIMENSIONS; i++) vectors[i] = (integers[i] ?? 0) / length
  }
  return vectors
}
