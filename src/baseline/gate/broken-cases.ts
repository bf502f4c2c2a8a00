import type { CaseComparison } from '../comparison.js'

/** A case of which every trial passed in the baseline, and none passes now. */
export interface BrokenCase {
  key: string
  /** Of the side with fewer. */
  trials: number
  priority: number | undefined
  /** Whether it makes the run red whatever the means say: with enough trials it is no chance, with the highest priority it need not be one. */
  fatal: boolean
}

/** A case that passes half of the time passes and fails so by chance once in 256 runs, with three trials once in 64. */
const ENOUGH_TRIALS = 4

export function brokenCases(cases: readonly CaseComparison[]): BrokenCase[] {
  return cases.flatMap(({ key, passes, priority }) => {
    if (passes === undefined) return []
    const { before, after } = passes
    const didPass = before.trials > 0 && before.passed === before.trials && before.unknown === 0
    const doesFail = after.trials > 0 && after.passed === 0 && after.unknown === 0
    if (!didPass || !doesFail) return []
    const trials = Math.min(before.trials, after.trials)
    return [{ key, trials, priority, fatal: trials >= ENOUGH_TRIALS || priority === 1 }]
  })
}
