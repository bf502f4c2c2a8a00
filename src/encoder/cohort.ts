import { readAsset, type Asset } from './read-asset.js'

const WIDTH = 512

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
  readonly #embeddings: Float32Array

  private constructor(asset: Asset) {
    const integers = asset.int8('embeddings')
    const scales = asset.float32('embeddings.scales')
    this.#embeddings = Float32Array.from(integers, (value, at) => value * (scales[Math.floor(at / WIDTH)] ?? 0))
  }

  /** @throws {Error} where the package's files are missing or damaged */
  static async load(): Promise<Cohort> {
    return new Cohort(await readAsset('cohort.bin'))
  }

  standingOf(embedding: Float32Array): Standing {
    const count = this.#embeddings.length / WIDTH
    let sum = 0
    let squares = 0
    for (let text = 0; text < count; text++) {
      let cosine = 0
      for (let i = 0; i < WIDTH; i++) cosine += (embedding[i] ?? 0) * (this.#embeddings[text * WIDTH + i] ?? 0)
      sum += cosine
      squares += cosine * cosine
    }
    const mean = sum / count
    return { mean, deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)) || 1 }
  }
}
