import { genericWords } from './generic-words.js'

/** What a generic word weighs beside a word of the subject. */
const GENERIC_WEIGHT = 0.2

/** Stems at least this long are alike if one begins with the other: `deliv` (delivered), `deliveri` (delivery). */
const SHORTEST_PREFIX = 5

/** One word of the subject that happens to be shared says little: up to here, and only if not everything is shared. */
const SINGLE_WORD_OVERLAP = 0.45

export interface WordOverlap {
  /** Share of the wanted words' weight that is there, 0..1. */
  share: number
  /** The wanted stems that are there. */
  shared: string[]
}

/** How much of `wanted` is among `present`, both stems; never how much else is, so that a reply's length plays no part. */
export function wordOverlap(wanted: readonly string[], present: readonly string[]): WordOverlap {
  const shared = wanted.filter((word) => hasStem(present, word))
  const total = weigh(wanted)
  const share = total === 0 ? 0 : weigh(shared) / total
  const ofSubject = shared.filter((word) => !genericWords.has(word)).length
  const trusted = ofSubject >= 2 || shared.length === wanted.length ? share : Math.min(share, SINGLE_WORD_OVERLAP)
  return { share: trusted, shared }
}

/** Whether a stem, or one that begins alike, is there. */
export function hasStem(present: readonly string[], wanted: string): boolean {
  return present.some((stem) => stem === wanted || beginsAlike(stem, wanted))
}

function beginsAlike(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= SHORTEST_PREFIX && (a.startsWith(b) || b.startsWith(a))
}

function weigh(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (genericWords.has(word) ? GENERIC_WEIGHT : 1), 0)
}
