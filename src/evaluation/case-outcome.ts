import type { EvaluatedCase } from './evaluated-case.js'

/** What became of one case in one run, without replies and single scores: for looking at many runs at once. */
export interface CaseOutcome extends Pick<
  EvaluatedCase,
  'project' | 'file' | 'key' | 'suite' | 'state' | 'passed' | 'metrics'
> {
  /** Whether each trial passed; `null` where it was not judged, or assistant or judge failed. */
  trials: (boolean | null)[]
}

export type CaseVerdict = 'passed' | 'failed' | 'not judged'

/** How a case came out. What was not judged is neither passed nor failed. */
export function caseVerdict({ state, passed, trials }: CaseOutcome): CaseVerdict {
  if (state === 'failed' || passed === false) return 'failed'
  const isJudged = passed === true || trials.length === 0 || trials.some((trial) => trial !== null)
  return state === 'skipped' || !isJudged ? 'not judged' : 'passed'
}
