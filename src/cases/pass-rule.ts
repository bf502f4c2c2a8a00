/** How many of a case's trials must pass: all of them, more than half, or a share. */
export type PassRule = 'all' | 'majority' | { atLeast: number }

export type CaseVerdict = 'passed' | 'failed' | 'not judged'

/** Guards a share such as 0.8 of 5 against coming out as 4.000000000000001. */
const ROUNDING = 1e-9

/** Trials that must pass of `trials`, at least one. */
export function requiredTrials(rule: PassRule, trials: number): number {
  if (rule === 'all') return trials
  if (rule === 'majority') return Math.floor(trials / 2) + 1
  return Math.max(1, Math.ceil(rule.atLeast * trials - ROUNDING))
}

/**
 * Decides a case from its trials. A trial that was not judged (`null`) never helps a case to pass;
 * where it alone stands between failing and passing, the case is not judged.
 */
export function applyPassRule(rule: PassRule, trials: readonly (boolean | null)[]): CaseVerdict {
  const required = requiredTrials(rule, trials.length)
  const passed = trials.filter((trial) => trial === true).length
  if (passed >= required) return 'passed'
  const unknown = trials.filter((trial) => trial === null).length
  return passed + unknown >= required ? 'not judged' : 'failed'
}
