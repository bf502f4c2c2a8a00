export interface UnusableAnswerDetails {
  expected: string
  got: string
  remedy: string
  /** What came, whole: whoever shows it takes secrets out first, and then cuts it short. */
  text?: string
}

/** A model answered, but not in a way that a judgement can be read from. */
export class UnusableAnswer extends Error {
  override readonly name = 'UnusableAnswer'

  constructor(readonly details: UnusableAnswerDetails) {
    super(`expected ${details.expected}, got ${details.got}: ${details.remedy}`)
  }
}
