import { embedAll } from './embed-all.js'
import type { Embedder } from './embedder.js'
import { readAsset } from './read-asset.js'

/** How alike a text is to texts of all kinds: mean and standard deviation of its cosines with them. */
export interface Standing {
  mean: number
  deviation: number
}

/**
 * 160 short texts of all kinds, as people and assistants write them (`tools/embedded-judge/cohort.mjs`). A cosine by itself says little:
 * some texts are near to everything. How far it stands out from those with the cohort says what is alike
 * (score normalisation against a cohort, as in speaker verification: Reynolds et al., 2000).
 */
export class Cohort {
  readonly #embeddings: readonly Float32Array[]

  private constructor(embeddings: readonly Float32Array[]) {
    this.#embeddings = embeddings
  }

  /**
   * @param embed an encoder other than the package's own: it is asked for the texts
   * @throws {Error} where the package's files are missing or damaged
   */
  static async load(embed?: Embedder): Promise<Cohort> {
    const asset = await readAsset('cohort.bin')
    const texts = asset.texts('texts')
    if (embed !== undefined) return new Cohort(await embedAll(embed, texts))
    const integers = asset.int8('embeddings')
    const scales = asset.float32('embeddings.scales')
    const width = integers.length / texts.length
    return new Cohort(
      texts.map((_, text) =>
        Float32Array.from(integers.subarray(text * width, (text + 1) * width), (value) => value * (scales[text] ?? 0)),
      ),
    )
  }

  /** How many numbers an embedding has. */
  get width(): number {
    return this.#embeddings[0]?.length ?? 0
  }

  standingOf(embedding: Float32Array): Standing {
    let sum = 0
    let squares = 0
    for (const text of this.#embeddings) {
      let cosine = 0
      for (let i = 0; i < embedding.length; i++) cosine += (embedding[i] ?? 0) * (text[i] ?? 0)
      sum += cosine
      squares += cosine * cosine
    }
    const mean = sum / this.#embeddings.length
    return { mean, deviation: Math.sqrt(Math.max(0, squares / this.#embeddings.length - mean * mean)) || 1 }
  }
}
