/** What a check finds. */
export interface CheckResult {
  /** 1 met, 0 not met, between them met in part; `null` where it cannot be told. */
  score: number | null
  /** What was found, to stand in brackets after the criterion. */
  reason: string
}

/** What a check looks at. */
export interface CheckSubject {
  /** The criterion's text, for messages. */
  criterion: string
  reply: string
  input: string
}
