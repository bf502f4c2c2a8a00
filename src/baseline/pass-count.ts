import { isCompleted } from '../evaluation/counted-trials.js'
import type { EvaluatedCase } from '../evaluation/evaluated-case.js'
import type { BaselineEntry } from './baseline.js'

/** How many of a case's trials passed. */
export interface PassCount {
  passed: number
  /** Trials that passed or failed. */
  trials: number
  /** Trials that did neither: not judged, or ended in an error. */
  unknown: number
}

export function runPasses({ trials }: EvaluatedCase): PassCount {
  const decided = trials.filter((trial) => trial.passed !== null && isCompleted(trial))
  return {
    passed: decided.filter(({ passed }) => passed === true).length,
    trials: decided.length,
    unknown: trials.length - decided.length,
  }
}

/** `undefined` of an entry that an older version wrote. */
export function baselinePasses({ passed, trials = 1, scores }: BaselineEntry): PassCount | undefined {
  if (passed === undefined) return undefined
  const asked = Object.values(scores).map((score) => (score.trials ?? 1) + (score.declined ?? 0))
  return { passed, trials, unknown: Math.max(0, Math.max(trials, ...asked) - trials) }
}
