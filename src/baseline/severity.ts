import type { MetricComparison } from './comparison.js'

/**
 * How bad a change is, for showing the worst first: scores of 0..1 by their loss, then numbers of the user's own by their share
 * of the baseline, then times, which have no end.
 */
export function severity({ unit, before, change }: MetricComparison): number {
  const size = Math.abs(change ?? 0)
  if (unit === 'unit') return 2 + size
  const share = before === null || before === 0 ? Infinity : size / Math.abs(before)
  // Below 1, and still in the order of the shares.
  const bounded = share === Infinity ? 1 : share / (1 + share)
  return unit === 'number' ? 1 + bounded : bounded
}
