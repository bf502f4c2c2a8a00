import { studentTDistribution } from './student-t-distribution.js'
import { tInterval, type TIntervalInput } from './t-interval.js'
import { tailPValue } from './tail-p-value.js'

export interface TInferenceInput extends TIntervalInput {
  /** Above 0. */
  standardError: number
  /** What the estimate is held against. */
  nullValue: number
}

export interface TInference {
  statistic: number
  pValue: number
  /** Ends of the interval: −∞ below for the alternative `less`, ∞ above for `greater`. */
  lower: number
  upper: number
}

/**
 * Test and confidence interval of an estimate whose deviation, over its standard error, follows Student's t. The interval holds the null
 * values that the test would not refuse at 1 − confidence.
 *
 * @example
 * tInference({ estimate: 3, standardError: 1, degreesOfFreedom: 9, nullValue: 0, confidence: 0.95, alternative: 'two-sided' })
 * // { statistic: 3, pValue: 0.0149…, lower: 0.737…, upper: 5.262… }
 */
export function tInference({ nullValue, ...input }: TInferenceInput): TInference {
  const statistic = (input.estimate - nullValue) / input.standardError
  const tails = studentTDistribution({ t: statistic, degreesOfFreedom: input.degreesOfFreedom })
  const { pValue } = tailPValue({ ...tails, alternative: input.alternative })
  return { statistic, pValue, ...tInterval(input) }
}
