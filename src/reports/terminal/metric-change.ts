import type { MetricComparison } from '../../baseline/comparison.js'
import { formatChange, formatScore } from '../format-number.js'

/** A score before and after: `0.93 → 0.12 (−0.81)`. */
export function metricChange(
  compared: Pick<MetricComparison, 'metric' | 'unit' | 'before' | 'after' | 'change'>,
): string {
  const { before, after, change } = compared
  const scores = `${formatScore(compared, before)} → ${formatScore(compared, after)}`
  return change === null ? scores : `${scores} (${formatChange(compared, change)})`
}
