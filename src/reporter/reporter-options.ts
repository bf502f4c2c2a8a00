import type { Cassettes } from '../cassette/cassettes.js'
import type { Tolerances } from '../baseline/comparison.js'
import type { GatePolicy } from '../baseline/gate/gate-policy.js'
import type { JudgeIdentity } from '../evaluation/record-schema.js'

/** What the reporter needs to know, every default filled in. */
export interface ReporterOptions {
  isCi: boolean
  /** Share of judgements that must have been given, 0..1. */
  requireJudged: number
  baseline: { dir: string; latency: boolean }
  gate: GatePolicy
  /** Whether a local judge, or one that stands in, may replace in a baseline what an LLM judged. */
  acceptJudgeChange: boolean
  tolerances: Tolerances
  /** `sqlite:<path>`, relative to the root; `false` keeps nothing. */
  store: string | false
  /** The run's own judge; a function, since a fingerprint may take some time to make. */
  judge: () => Pick<JudgeIdentity, 'name' | 'fingerprint' | 'standIn'>
  /** Loads what judging needs. */
  warmUp: () => Promise<void>
  /** The recordings of the run. */
  cassettes: Cassettes
  /** Why the run was ended before its end, where it was. */
  brokenOff: () => Error | undefined
  /** What the CI server says of the branch, where git has a detached head. */
  env: Record<string, string | undefined>
  /** Version of this package. */
  version: string
  terminal: { colors: boolean; columns: number }
}
