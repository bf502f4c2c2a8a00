import { adjustPValues } from '../../statistics/adjust-p-values.js'
import type { ScoreUnit } from '../../evaluation/score-unit.js'
import { detectableDrop } from './detectable-drop.js'
import { enoughToDecide, type Enough } from './enough-to-decide.js'
import { estimateChange, type Estimate } from './estimate-change.js'
import type { GatedMetric, Imputation } from './gated-metric.js'
import { pairCases, type CasePair } from './pair-cases.js'

export type StatisticalVerdict = 'pass' | 'regressed' | 'inconclusive'

/** What became of one metric of a suite. Turned so that a negative change is worse. */
export interface MetricVerdict extends Pick<Estimate, 'change' | 'lower' | 'upper' | 'noise'> {
  metric: string
  unit: ScoreUnit
  kind: GatedMetric['kind']
  betterLower: boolean
  verdict: StatisticalVerdict
  /** Cases with a value on both sides. */
  cases: number
  /** Trials of such a case, the fewest and the most of either side. */
  trials: { least: number; most: number }
  margin: number
  /** For a decline, one-sided, adjusted for the family. */
  pValue: number
  detectableDrop: number | null
  /** Where the verdict is inconclusive and more of the same would decide. */
  enough: Enough | null
}

/** Scores are rounded to 0.001: a bound that misses the margin by less than this misses it by how floating point adds. */
const ROUNDING = 1e-9

/** Decides about all metrics of one suite together. Pure. */
export function judgeFamily(
  metrics: readonly GatedMetric[],
  imputation: Imputation,
  confidence: number,
): MetricVerdict[] {
  const intervalLevel = (1 - confidence) / 2
  const alpha = intervalLevel / metrics.length
  const estimated = metrics.map((metric) => {
    const pairs = pairCases(metric, imputation)
    const margin = meanMargin(pairs.length > 0 ? pairs : metric.cases.flat())
    return { metric, pairs, margin, estimate: estimateChange(pairs, { confidence, kind: metric.kind }) }
  })
  const { adjusted } = adjustPValues({ pValues: estimated.map(({ estimate }) => estimate.pValue) })
  return estimated.map(({ metric, pairs, margin, estimate }, index) => {
    const pValue = adjusted[index] ?? 1
    const excludesDrop = estimate.lower > -margin + ROUNDING
    const verdict = excludesDrop ? 'pass' : pValue <= intervalLevel ? 'regressed' : 'inconclusive'
    return {
      metric: metric.metric,
      unit: metric.unit,
      kind: metric.kind,
      betterLower: metric.betterLower,
      verdict,
      cases: pairs.length,
      trials: trialsOf(pairs),
      margin,
      change: estimate.change,
      lower: estimate.lower,
      upper: estimate.upper,
      noise: estimate.noise,
      pValue,
      detectableDrop: detectableDrop({ estimate, pairs, margin, intervalLevel, alpha, kind: metric.kind }),
      enough: verdict === 'inconclusive' ? enoughToDecide({ estimate, pairs, margin, intervalLevel }) : null,
    }
  })
}

/** Regressed where any metric is, passed where all are. */
export function verdictOf(metrics: readonly Pick<MetricVerdict, 'verdict'>[]): StatisticalVerdict {
  if (metrics.some(({ verdict }) => verdict === 'regressed')) return 'regressed'
  return metrics.every(({ verdict }) => verdict === 'pass') ? 'pass' : 'inconclusive'
}

/** Of the cases that were compared; of none, what it would have been. */
function meanMargin(margins: readonly { margin: number }[]): number {
  return margins.reduce((sum, { margin }) => sum + margin, 0) / margins.length
}

function trialsOf(pairs: readonly CasePair[]): { least: number; most: number } {
  let [least, most] = [Infinity, 0]
  for (const { before, after } of pairs) {
    least = Math.min(least, before.n, after.n)
    most = Math.max(most, before.n, after.n)
  }
  return { least: pairs.length === 0 ? 0 : least, most }
}
