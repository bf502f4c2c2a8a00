import { mcNemarTest } from '../../statistics/mc-nemar-test.js'
import { meanAndVariance } from '../../statistics/mean-and-variance.js'
import { tInference } from '../../statistics/t-inference.js'
import type { CasePair } from './pair-cases.js'
import { varianceWithinCases } from './variance-within-cases.js'

export interface Estimate {
  /** Mean over cases of the change of the case's mean; negative is worse. `null` of no cases. */
  change: number | null
  /** `null` where there is nothing to tell it by: one case of one trial. 0 where nothing varied. */
  standardError: number | null
  degreesOfFreedom: number
  /** Ends of the two-sided interval. */
  lower: number
  upper: number
  /** One-sided, for a decline. */
  pValue: number
  /** Whether the noise was told by the trials of each case, or by how cases differ. */
  noise: 'trials' | 'cases'
}

/**
 * How a metric changed over the cases of a suite.
 *
 * Where cases were asked several times on both sides the noise is that of their trials: the cases are those that they are, and a drop of a
 * few of them is a drop. Else it is what the changes of the cases differ by, which is Student's test of pairs. Passing at one trial a
 * side is tested by McNemar's mid-p.
 *
 * Where nothing varied the interval is the change itself, and any decline is one.
 */
export function estimateChange(
  pairs: readonly CasePair[],
  { confidence, kind }: { confidence: number; kind: 'score' | 'pass rate' },
): Estimate {
  if (pairs.length === 0) return unknown(null)
  const { mean: change, variance } = meanAndVariance({ values: pairs.map(({ gain }) => gain) })
  const within = varianceWithinCases(pairs)
  if (within === null && pairs.length === 1 && change !== 0) return unknown(change)
  const standardError = Math.sqrt(within === null ? variance / pairs.length : within.variance)
  const degreesOfFreedom = within === null ? Math.max(1, pairs.length - 1) : within.degreesOfFreedom
  const known = { change, standardError, degreesOfFreedom, noise: within === null ? 'cases' : 'trials' } as const
  if (standardError === 0) return { ...known, lower: change, upper: change, pValue: certainty(change) }
  const { lower, upper, pValue } = tInference({
    estimate: change,
    standardError,
    degreesOfFreedom,
    nullValue: 0,
    confidence,
    alternative: 'two-sided',
  })
  if (kind === 'pass rate' && pairs.every(isSingle)) return { ...known, lower, upper, pValue: mcNemar(pairs) }
  return { ...known, lower, upper, pValue: change < 0 ? pValue / 2 : 1 - pValue / 2 }
}

function unknown(change: number | null): Estimate {
  return {
    change,
    standardError: null,
    degreesOfFreedom: 1,
    lower: -Infinity,
    upper: Infinity,
    pValue: 1,
    noise: 'cases',
  }
}

function certainty(change: number): number {
  return change < 0 ? 0 : change > 0 ? 1 : 0.5
}

function isSingle({ before, after }: CasePair): boolean {
  return before.n === 1 && after.n === 1
}

function mcNemar(pairs: readonly CasePair[]): number {
  const regressed = pairs.filter(({ gain }) => gain < 0).length
  const improved = pairs.filter(({ gain }) => gain > 0).length
  return mcNemarTest({ regressed, improved, method: 'mid-p', alternative: 'less' }).pValue
}
