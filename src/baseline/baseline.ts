/**
 * What a baseline file holds: one entry a case, sorted by key. Committed to git and read in pull requests,
 * so it has no timestamp, no absolute path and no latency unless asked for.
 */
export interface Baseline {
  version: 1
  entries: Record<string, BaselineEntry>
}

export interface BaselineEntry {
  /** The message, or the messages of a test with several, as they were sent. Compared as text. */
  input: string | string[]
  /** Hash of the context; absent where there was none. */
  context?: string
  /** By metric key: `intent`, `intent#2`, `intent:greeting`. */
  scores: Record<string, BaselineScore>
  /** Milliseconds, the median of the trials; only with `baseline: { latency: true }`. */
  latencyMs?: number
  /** Reply of the trial nearest the median. */
  reply: string
}

export interface BaselineScore {
  /** Mean over the trials, 0..1, rounded to 0.01. */
  score: number
  /** Number of trials; absent for one. */
  trials?: number
  /** Sample standard deviation, rounded to 0.001; absent below two trials. */
  sd?: number
  /** Hash of what was expected. */
  expects: string
  /** Who judged: `openai/gpt-4.1-mini#3fa9c1d2` (name, fingerprint). */
  judge: string
  /** The model that the provider said had answered, where it said so. */
  served?: string
  rationale: string
}
