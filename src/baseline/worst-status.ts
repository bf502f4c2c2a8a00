import type { ComparisonStatus } from './comparison.js'

/** Every status, the worst first: what a reviewer should look at before the rest. */
export const statusesWorstFirst: readonly ComparisonStatus[] = [
  'errored',
  'degraded',
  'incomparable',
  'declined',
  'removed',
  'new',
  'improved',
  'stable',
]

/** The status that speaks for a case: the worst of its metrics'. `stable` for none. */
export function worstStatus(statuses: ComparisonStatus[]): ComparisonStatus {
  return statusesWorstFirst.find((status) => statuses.includes(status)) ?? 'stable'
}
