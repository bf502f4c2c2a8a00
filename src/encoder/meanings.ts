import { contentStems } from '../text/content-stems.js'
import { tokenize } from '../text/tokenize.js'
import { Cohort, type Standing } from './cohort.js'
import { SentenceEncoder } from './sentence-encoder.js'
import { WordVectors } from './word-vectors.js'

/** How many texts are remembered: those of a suite's intents come again with every case. */
const REMEMBERED = 2_000

/** What is known of a text. */
export interface Meaning {
  /** Of length 1. */
  embedding: Float32Array
  /** How alike texts of all kinds are to it. */
  standing: Standing
  /** Its words that say what it is about, in lower case, each once; all of them where none does. */
  words: string[]
  /** Their stems. */
  stems: Set<string>
}

/** Compares texts by what they mean. The same result on every machine; nothing is asked of a network. */
export class Meanings {
  readonly words: WordVectors
  readonly #encoder: SentenceEncoder
  readonly #cohort: Cohort
  readonly #known = new Map<string, Meaning>()

  private constructor(encoder: SentenceEncoder, words: WordVectors, cohort: Cohort) {
    this.#encoder = encoder
    this.words = words
    this.#cohort = cohort
  }

  /** About 0.1 s, and 80 MB once some hundred texts were read. @throws {Error} where the package's files are missing or damaged */
  static async load(): Promise<Meanings> {
    return new Meanings(...(await Promise.all([SentenceEncoder.load(), WordVectors.load(), Cohort.load()])))
  }

  of(text: string): Meaning {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const embedding = this.#encoder.embed(text)
    const tokens = tokenize(text)
    const all = [...new Set(tokens.map((token) => token.text))]
    const content = all.filter((word) => contentStems([{ text: word }]).length > 0)
    const meaning: Meaning = {
      embedding,
      standing: this.#cohort.standingOf(embedding),
      words: content.length > 0 ? content : all,
      stems: new Set(contentStems(tokens)),
    }
    this.#remember(text, meaning)
    return meaning
  }

  /** The mean of several texts' embeddings as one. */
  centre(meanings: readonly Meaning[]): Pick<Meaning, 'embedding' | 'standing'> {
    const [first] = meanings
    const embedding = new Float32Array(first?.embedding.length ?? 0)
    for (const meaning of meanings) {
      for (let i = 0; i < embedding.length; i++) embedding[i] = (embedding[i] ?? 0) + (meaning.embedding[i] ?? 0)
    }
    const length = Math.sqrt(embedding.reduce((sum, value) => sum + value * value, 0)) || 1
    const unit = embedding.map((value) => value / length)
    return { embedding: unit, standing: this.#cohort.standingOf(unit) }
  }

  #remember(text: string, meaning: Meaning): void {
    if (this.#known.size >= REMEMBERED) {
      // The oldest, since a map keeps the order in which it was filled.
      for (const oldest of this.#known.keys()) {
        this.#known.delete(oldest)
        break
      }
    }
    this.#known.set(text, meaning)
  }
}
