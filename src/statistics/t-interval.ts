import type { Alternative } from './alternative.js'
import { studentTQuantile } from './student-t-quantile.js'

export interface TIntervalInput {
  estimate: number
  /** From 0. */
  standardError: number
  degreesOfFreedom: number
  confidence: number
  alternative: Alternative
}

/**
 * The confidence interval of an estimate whose deviation, over its standard error, follows Student's t. Of a one-sided alternative it has one end: it is
 * −∞ below for `less`, and ∞ above for `greater`.
 *
 * @example
 * tInterval({ estimate: 3, standardError: 1, degreesOfFreedom: 9, confidence: 0.95, alternative: 'greater' }) // { lower: 1.166…, upper: Infinity }
 */
export function tInterval({ estimate, standardError, degreesOfFreedom, confidence, alternative }: TIntervalInput): {
  lower: number
  upper: number
} {
  const sides = alternative === 'two-sided' ? 2 : 1
  const reach = -studentTQuantile({ p: (1 - confidence) / sides, degreesOfFreedom }).value * standardError
  return {
    lower: alternative === 'less' ? -Infinity : estimate - reach,
    upper: alternative === 'greater' ? Infinity : estimate + reach,
  }
}
