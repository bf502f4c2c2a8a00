import type { EvaluatedCase } from '../evaluation/evaluated-case.js'
import type { Baseline } from './baseline.js'
import type { RunComparer } from './compare.js'
import { updateBaseline } from './update-baseline.js'

/**
 * What would stand in the baseline file of a test file, had a run been accepted where there was none: so one run can be held
 * against another by the very code that holds runs against baselines. `null` where it has no score.
 */
export function baselineOfCases(
  { project, file }: { project: string; file: string },
  cases: EvaluatedCase[],
  comparer: RunComparer,
): Baseline | null {
  const collected = cases.map(({ key }) => key)
  const comparison = comparer.compareRun([{ project, file, baseline: null, cases, collected }]).cases
  return updateBaseline({ baseline: null, cases, comparison, mode: 'all', partial: false }).baseline
}
