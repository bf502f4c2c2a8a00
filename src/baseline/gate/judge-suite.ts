import type { CaseComparison, ComparisonStatus, MetricComparison } from '../comparison.js'
import { brokenCases, type BrokenCase } from './broken-cases.js'
import { collectMetrics } from './collect-metrics.js'
import { FEWEST_CASES, type GatePolicy } from './gate-policy.js'
import type { GatedMetric } from './gated-metric.js'
import { judgeFamily, verdictOf, type MetricVerdict, type StatisticalVerdict } from './judge-family.js'
import { MetricGroups, metricName } from './metric-groups.js'
import { newlyMissing } from './pair-cases.js'

/** What the gate says of one test file's cases. */
export interface SuiteVerdict {
  project: string
  file: string
  /** `null` where no metric is held against the baseline by its mean. */
  verdict: StatisticalVerdict | null
  metrics: MetricVerdict[]
  /** Trials that are missing in the run alone, as declined or ended in an error. */
  missingTrials: number
  /** Whether the verdict hangs on what those trials would have been. */
  hangsOnMissing: boolean
  /** Scores that fell by more than is tolerated, and are of no metric above. */
  degraded: MetricComparison[]
  /** Scores that were compared: as part of a metric above, and each by itself. */
  compared: { byMean: number; alone: number }
  broken: BrokenCase[]
}

/** Decides about the cases of one test file. Pure; linear in them. */
export function judgeSuite(cases: readonly CaseComparison[], policy: GatePolicy): SuiteVerdict {
  const [{ project, file } = { project: '', file: '' }] = cases
  const metrics = policy.policy === 'tolerance' ? [] : gatedMetrics(cases, policy)
  const { byMean, alone, degraded } = countScores(cases, metrics)
  return {
    project,
    file,
    ...judgeMetrics(metrics, policy.confidence),
    degraded,
    compared: { byMean, alone },
    broken: policy.policy === 'tolerance' ? [] : brokenCases(cases),
  }
}

function gatedMetrics(cases: readonly CaseComparison[], { policy, margin }: GatePolicy): GatedMetric[] {
  const metrics = collectMetrics(cases, margin)
  return policy === 'statistical' ? metrics : metrics.filter(({ cases: { length } }) => length >= FEWEST_CASES)
}

function judgeMetrics(
  metrics: readonly GatedMetric[],
  confidence: number,
): Pick<SuiteVerdict, 'verdict' | 'metrics' | 'missingTrials' | 'hangsOnMissing'> {
  if (metrics.length === 0) return { verdict: null, metrics: [], missingTrials: 0, hangsOnMissing: false }
  const found = judgeFamily(metrics, 'none', confidence)
  const missingTrials = Math.max(...metrics.map(missingOf))
  if (missingTrials === 0) return { verdict: verdictOf(found), metrics: found, missingTrials, hangsOnMissing: false }
  const others = (['worst', 'best'] as const).map((end) => judgeFamily(metrics, end, confidence))
  const isSure = others.every((other) => verdictOf(other) === verdictOf(found))
  return {
    verdict: isSure ? verdictOf(found) : 'inconclusive',
    metrics: found.map((metric, index) => {
      const isSame = others.every((other) => other[index]?.verdict === metric.verdict)
      return isSame ? metric : { ...metric, verdict: 'inconclusive', enough: null }
    }),
    missingTrials,
    hangsOnMissing: !isSure,
  }
}

function missingOf({ cases }: GatedMetric): number {
  let missing = 0
  for (const scores of cases) for (const score of scores) missing += newlyMissing(score)
  return missing
}

/** A latency is always held against its tolerance: it has no other rule. */
function countScores(
  cases: readonly CaseComparison[],
  gated: readonly GatedMetric[],
): { byMean: number; alone: number; degraded: MetricComparison[] } {
  const scores = gated.filter(({ kind }) => kind === 'score')
  const isGated = new MetricGroups((one) =>
    scores.some(({ metric, unit }) => metric === metricName(one.metric) && unit === one.unit),
  )
  let [byMean, alone] = [0, 0]
  const degraded: MetricComparison[] = []
  for (const { metrics } of cases) {
    for (const compared of metrics) {
      if (!COMPARED.includes(compared.status)) continue
      if (isGated.of(compared)) byMean++
      else {
        alone++
        if (compared.status === 'degraded') degraded.push(compared)
      }
    }
  }
  return { byMean, alone, degraded }
}

const COMPARED: readonly ComparisonStatus[] = ['degraded', 'improved', 'stable']
