import type { MetricComparison } from '../../baseline/comparison.js'
import { formatChange, formatScore } from '../format-number.js'

/** A score before and after: `0.93 → 0.12 (−0.81)`; one that should be low says so. */
export function metricChange(
  compared: Pick<MetricComparison, 'metric' | 'unit' | 'negated' | 'before' | 'after' | 'change'>,
): string {
  const { before, after, change, negated } = compared
  const scores = `${formatScore(compared, before)} → ${formatScore(compared, after)}`
  if (change === null) return scores
  return `${scores} (${formatChange(compared, change)})${negated === true ? ' under .not' : ''}`
}
