/** The `this` that Vitest gives a matcher, as far as we read it. */
export interface MatcherContext {
  /** Under `.not`; Vitest leaves it out otherwise. */
  isNot?: boolean
  /** `resolves`, `rejects` or empty. */
  promise: string
  /** Absent where the matcher is used asymmetrically, inside another value. */
  assertion?: unknown
  soft?: boolean
  poll?: boolean
}

export interface MatcherResult {
  pass: boolean
  message: () => string
}
