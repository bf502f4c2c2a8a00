import { contentStems } from '../text/content-stems.js'
import { tokenize } from '../text/tokenize.js'
import { Cohort, type Standing } from './cohort.js'
import type { Embedder } from './embedder.js'
import { embedAll } from './embed-all.js'
import { embedTexts } from './embed-texts.js'
import { unitVector } from './unit-vector.js'
import { WordVectors } from './word-vectors.js'

/** How many texts are remembered: those of a suite's intents come again with every case. */
const REMEMBERED = 2_000

/** What is known of a text. */
export interface Meaning {
  text: string
  /** Of length 1. */
  embedding: Float32Array
  /** How alike texts of all kinds are to it. */
  standing: Standing
  /** Its words that say what it is about, in lower case, each once; all of them where none does. */
  words: string[]
  /** Their stems. */
  stems: Set<string>
}

/** Compares texts by what they mean. With the package's own encoder the same result on every machine; nothing is asked of a network. */
export class Meanings {
  readonly words: WordVectors
  readonly #embed: Embedder
  readonly #cohort: Cohort
  readonly #known = new Map<string, Promise<Meaning>>()
  #batch: { texts: string[]; embeddings: Promise<Float32Array[]> } | undefined

  private constructor(embed: Embedder, words: WordVectors, cohort: Cohort) {
    this.#embed = embed
    this.words = words
    this.#cohort = cohort
  }

  /**
   * About 0.1 s, and 80 MB once some hundred texts were read.
   *
   * @param embed in place of the package's own encoder
   * @throws {Error} where the package's files are missing or damaged, or where `embed` gives no vectors
   */
  static async load({ embed }: { embed?: Embedder } = {}): Promise<Meanings> {
    const [words, cohort] = await Promise.all([WordVectors.load(), Cohort.load(embed)])
    return new Meanings(embed ?? embedTexts, words, cohort)
  }

  /** That of a text; one that was read before costs nothing. Rejects where the encoder does. */
  of(text: string): Promise<Meaning> {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const meaning = this.#read(text)
    this.#remember(text, meaning)
    return meaning
  }

  /** The mean of several texts' embeddings as one. */
  centre(meanings: readonly Meaning[]): Pick<Meaning, 'embedding' | 'standing'> {
    const [first] = meanings
    const sum = new Float32Array(first?.embedding.length ?? 0)
    for (const { embedding } of meanings) {
      for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (embedding[i] ?? 0)
    }
    const embedding = unitVector(sum)
    return { embedding, standing: this.#cohort.standingOf(embedding) }
  }

  async #read(text: string): Promise<Meaning> {
    const tokens = tokenize(text)
    const all = [...new Set(tokens.map((token) => token.text))]
    const content = all.filter((word) => contentStems([{ text: word }]).length > 0)
    // Some encoders refuse a text that says nothing.
    const embedding = all.length === 0 ? new Float32Array(this.#cohort.width) : await this.#embedWithOthers(text)
    return {
      text,
      embedding,
      standing: this.#cohort.standingOf(embedding),
      words: content.length > 0 ? content : all,
      stems: new Set(contentStems(tokens)),
    }
  }

  /** Texts that are asked for at once go to the encoder together. */
  async #embedWithOthers(text: string): Promise<Float32Array> {
    this.#batch ??= { texts: [], embeddings: this.#embedBatch() }
    const { texts, embeddings } = this.#batch
    const index = texts.push(text) - 1
    return (await embeddings)[index] ?? new Float32Array()
  }

  async #embedBatch(): Promise<Float32Array[]> {
    await Promise.resolve()
    const texts = this.#batch?.texts ?? []
    this.#batch = undefined
    return embedAll(this.#embed, texts)
  }

  #remember(text: string, meaning: Promise<Meaning>): void {
    if (this.#known.size >= REMEMBERED) {
      // The oldest, since a map keeps the order in which it was filled.
      for (const oldest of this.#known.keys()) {
        this.#known.delete(oldest)
        break
      }
    }
    this.#known.set(text, meaning)
    // An encoder that failed once may be asked again.
    meaning.catch(() => this.#known.delete(text))
  }
}
