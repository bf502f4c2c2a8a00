import type { Alternative } from './alternative.js'

export interface TailPValueInput {
  /** Probability of a statistic at most as large as the one seen, where nothing differs. */
  lower: number
  /** Probability of one at least as large. */
  upper: number
  alternative: Alternative
}

/**
 * The p-value of a statistic that grows with the difference: one of its tails, or twice the smaller one, at most 1.
 *
 * @example
 * tailPValue({ lower: 0.99, upper: 0.02, alternative: 'two-sided' }) // { pValue: 0.04 }
 */
export function tailPValue({ lower, upper, alternative }: TailPValueInput): { pValue: number } {
  if (alternative === 'greater') return { pValue: Math.min(1, upper) }
  if (alternative === 'less') return { pValue: Math.min(1, lower) }
  return { pValue: Math.min(1, 2 * Math.min(lower, upper)) }
}
