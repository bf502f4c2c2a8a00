import { nonCentralT } from './non-central-t.js'
import { studentTQuantile } from './student-t-quantile.js'

export interface TTestPowerInput {
  /** The difference over its standard error, from 0. */
  noncentrality: number
  /** Above 0. */
  degreesOfFreedom: number
  /** Above 0 and below 1. */
  alpha: number
  alternative: 'two-sided' | 'one-sided'
}

/**
 * How probably a t test sees a difference of that size; one-sided, it looks in its direction. Exact, by the noncentral t distribution.
 *
 * Source: Cohen, "Statistical Power Analysis for the Behavioral Sciences" (1988), chapter 2.
 *
 * @example
 * tTestPower({ noncentrality: 2.8, degreesOfFreedom: 100, alpha: 0.05, alternative: 'two-sided' }) // { power: 0.79… }
 */
export function tTestPower({ noncentrality, degreesOfFreedom, alpha, alternative }: TTestPowerInput): {
  power: number
} {
  const sides = alternative === 'two-sided' ? 2 : 1
  const critical = -studentTQuantile({ p: alpha / sides, degreesOfFreedom }).value
  const { upper } = nonCentralT({ t: critical, degreesOfFreedom, noncentrality })
  if (sides === 1) return { power: upper }
  return { power: upper + nonCentralT({ t: -critical, degreesOfFreedom, noncentrality }).lower }
}
