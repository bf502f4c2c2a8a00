import type { Meaning } from '../../../encoder/meanings.js'
import type { WordVectors } from '../../../encoder/word-vectors.js'

/** What makes a reply worthless, whatever it was to be good at. */
export type FailureKind =
  | 'empty'
  | 'obeyed-injection'
  | 'leak'
  | 'mojibake'
  | 'gibberish'
  | 'word-salad'
  | 'repetition'
  | 'echo'
  | 'wrong-language'
  | 'refusal'
  | 'off-topic'

/** What a detector looks at. */
export interface FailureSubject {
  input: string
  reply: string
  /** What the assistant could know. */
  context?: string
  /** A good answer. */
  reference?: string
  /** What message and reply mean: without it only words are compared, which finds next to nothing that is off topic. */
  meanings?: { input: Meaning; reply: Meaning; words: WordVectors }
}

export interface HardFailure {
  kind: FailureKind
  /** The piece of the reply that shows it, as it is: foreign text, to be quoted with `quoteText`. */
  evidence: string
}
