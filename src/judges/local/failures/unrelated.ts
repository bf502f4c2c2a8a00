import { likeness } from '../../../encoder/likeness.js'
import type { Meaning } from '../../../encoder/meanings.js'
import type { WordVectors } from '../../../encoder/word-vectors.js'
import { stem } from '../../../text/stem.js'
import { genericWords } from '../generic-words.js'
import { logit, probability } from '../logistic-model.js'
import { arrangementWords } from './arrangement-words.js'

/** Words of its own that a reply must have: one may be about anything. */
const LEAST_SAID = 2

/** Beyond so many, further words make a judgement no surer. */
const MOST_SAID = 6
const MOST_ASKED = 4

/** A word that the vectors have. */
const KNOWN = 'the'

/**
 * Of a constant, the texts' likeness, the likeness of their two nearest words, and how many words of their own reply and message have.
 * Fitted by `bench/local-judge/off-topic.mjs` on replies of eight domains and half of the preferred replies of LLMBar, beside the same
 * replies at messages of others.
 */
const WEIGHTS = [1.51, -1.45, -2.82, 3.61, 1.2]

/**
 * What tells a reply from one to somebody else: likeness of the texts, likeness of the nearest words, how many words of its own the
 * reply has, how many the message. `undefined` where nothing can be told: one of them has next to no words of its own ("Great, book
 * it." – "Done!"), or they share one. Synchronous; O(words × words).
 */
export function unrelatedEvidence(input: Meaning, reply: Meaning, words: WordVectors): number[] | undefined {
  const asked = ofItsOwn(input, words)
  const said = ofItsOwn(reply, words)
  if (asked.length === 0 || said.length < LEAST_SAID) return undefined
  for (const shared of reply.stems) if (input.stems.has(shared) && !genericWords.has(shared)) return undefined
  const nearest = asked.reduce(
    (best, word) => said.reduce((most, other) => Math.max(most, words.similarity(word, other) ?? 0), best),
    0,
  )
  return [
    likeness(input, reply),
    nearest,
    Math.min(said.length, MOST_SAID) / MOST_SAID,
    Math.min(asked.length, MOST_ASKED) / MOST_ASKED,
  ]
}

/** How likely a reply speaks of something else than its message, 0..1; `undefined` where nothing can be told. English only. */
export function unrelated(input: Meaning, reply: Meaning, words: WordVectors): number | undefined {
  const evidence = unrelatedEvidence(input, reply, words)
  if (evidence === undefined) return undefined
  return probability(logit(evidence, WEIGHTS))
}

/** Known words of a matter: a name that the vectors do not know is near to nothing, whatever the matter. */
function ofItsOwn(meaning: Meaning, words: WordVectors): string[] {
  return meaning.words.filter((word) => {
    const root = stem(word)
    return (
      /^[a-z]{2}/.test(word) &&
      !genericWords.has(root) &&
      !arrangementWords.has(root) &&
      words.similarity(word, KNOWN) !== undefined
    )
  })
}
