import { correctTypo } from './correct-typo.js'
import type { Topic } from './topic.js'
import { isFunctionWord, stem, tokens } from './words.js'

export interface Match {
  topic: Topic
  /** Share of the question's weight that the topic explains, about 0..1. */
  score: number
}

interface Wording {
  topic: Topic
  terms: string[]
}

/** BM25: how fast a repeated term stops counting, and how much a long wording is held back. */
const k1 = 1.2
const b = 0.5

/** A word that no topic uses says little about what is asked, but not nothing: weather is none of our topics. */
const strangerShare = 0.5

/** Ranks topics by their best wording (BM25), and says how much of the question that explains. */
export function createRetrieval(
  topics: Topic[],
): (question: string, among?: (topic: Topic) => boolean) => Match | undefined {
  const vocabulary = new Set(topics.flatMap(({ asked }) => asked.flatMap(tokens)))
  const toTerms = (text: string) => {
    const words = tokens(text).map((word) => (isFunctionWord(word) ? word : correctTypo(word, vocabulary)))
    return [...new Set(words.filter((word) => !isFunctionWord(word)).map(stem))]
  }
  const wordings: Wording[] = topics.flatMap((topic) => topic.asked.map((asked) => ({ topic, terms: toTerms(asked) })))
  const meanLength = wordings.reduce((sum, { terms }) => sum + terms.length, 0) / wordings.length
  const frequency = new Map<string, number>()
  for (const { terms } of wordings) for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1)

  const rarity = (n: number) => Math.log(1 + (wordings.length - n + 0.5) / (n + 0.5))
  const weight = (term: string) => {
    const n = frequency.get(term)
    return n === undefined ? strangerShare * rarity(0) : rarity(n)
  }
  const lengthNorm = (terms: string[]) => (k1 + 1) / (1 + k1 * (1 - b + (b * terms.length) / meanLength))

  return (question, among = () => true) => {
    const asked = toTerms(question)
    const total = asked.reduce((sum, term) => sum + weight(term), 0)
    let best: Match | undefined
    for (const { topic, terms } of wordings) {
      if (!among(topic)) continue
      const shared = asked.filter((term) => terms.includes(term))
      if (shared.length === 0) continue
      const score = (shared.reduce((sum, term) => sum + weight(term), 0) * lengthNorm(terms)) / total
      if (score > (best?.score ?? 0)) best = { topic, score }
    }
    return best
  }
}
