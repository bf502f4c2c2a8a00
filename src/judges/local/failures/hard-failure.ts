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
  /**
   * How much two texts have to do with each other: 0 nothing, 1 the same matter. For an encoder of sentences; without it only words are
   * compared, which finds next to nothing.
   */
  relatedness?: (input: string, reply: string) => number
}

export interface HardFailure {
  kind: FailureKind
  /** The piece of the reply that shows it, as it is: foreign text, to be quoted with `quoteText`. */
  evidence: string
}
