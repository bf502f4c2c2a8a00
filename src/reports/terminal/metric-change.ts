import type { MetricComparison } from '../../baseline/comparison.js'
import { formatChange, formatScore } from '../format-number.js'

/** A score before and after: `0.93 → 0.12 (−0.81)`; one that should be low says so. */
export function metricChange(
  compared: Pick<MetricComparison, 'metric' | 'unit' | 'direction' | 'negated' | 'before' | 'after' | 'change'>,
): string {
  const { before, after, change, direction, negated } = compared
  const scores = `${formatScore(compared, before)} → ${formatScore(compared, after)}`
  if (change === null) return scores
  const better = negated === true ? ' under .not' : direction === 'down' ? ', less is better' : ''
  return `${scores} (${formatChange(compared, change)})${better}`
}
