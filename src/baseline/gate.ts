import type { Comparison } from './comparison.js'

/** What decides between a green and a red run, once the tests themselves are counted. */
export interface GatePolicy {
  policy: 'tolerance'
  /** What an incomparable score does. */
  incomparable: 'warn' | 'fail'
}

export interface GateVerdict {
  /** `regressed` and `incomparable` make the run red; `warned` does not. */
  outcome: 'pass' | 'warned' | 'regressed' | 'incomparable'
  failed: boolean
  /** One line: what decided. */
  reason: string
}

export declare function gate(comparison: Comparison, policy: GatePolicy): GateVerdict
