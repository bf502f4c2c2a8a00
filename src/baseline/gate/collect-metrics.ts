import { scoreUnits } from '../../evaluation/score-unit.js'
import { byCodePoint } from '../by-code-point.js'
import type { CaseComparison, MetricComparison } from '../comparison.js'
import type { PassCount } from '../pass-count.js'
import type { Sample } from '../sample.js'
import { NUMBER_TOLERANCE } from '../tolerances.js'
import type { GatedMetric, PairedScore } from './gated-metric.js'
import { MetricGroups, metricName } from './metric-groups.js'

/**
 * The metrics of a suite, by name: `intent#2` and `intent:greeting` are intents too. A score that cannot be compared is in none, and latency,
 * which has a rule of its own, neither. Of 0..1 and of numbers on a scale of the user's own there are two metrics though they be called the same.
 */
export function collectMetrics(cases: readonly CaseComparison[], margin: number): GatedMetric[] {
  const groups = new MetricGroups<{ gated: GatedMetric; lastCase?: CaseComparison }>(({ metric, unit }) => ({
    gated: { metric: metricName(metric), unit, kind: 'score', betterLower: true, cases: [] },
  }))
  for (const compared of cases) {
    for (const metric of compared.metrics) {
      if (metric.samples === undefined || !scoreUnits[metric.unit].inBaseline) continue
      const group = groups.of(metric)
      const lower = isBetterLower(metric)
      const paired = pairedScore(metric, metric.samples, lower, margin)
      group.gated.betterLower &&= lower
      if (group.lastCase === compared) group.gated.cases.at(-1)?.push(paired)
      else group.gated.cases.push([paired])
      group.lastCase = compared
    }
  }
  const metrics = groups.all().map(({ gated }) => gated)
  metrics.sort((a, b) => byCodePoint(a.metric, b.metric) || byCodePoint(a.unit, b.unit))
  const passes = cases.flatMap(({ passes }) => (passes === undefined ? [] : [[pairedPasses(passes, margin)]]))
  if (passes.length > 0) {
    metrics.push({ metric: 'pass rate', unit: 'unit', kind: 'pass rate', betterLower: false, cases: passes })
  }
  return metrics
}

/** What `.not` asserts gets better the lower it is. */
function isBetterLower({ unit, direction = scoreUnits[unit].better, negated }: MetricComparison): boolean {
  return (direction === 'down') !== (negated === true)
}

function pairedScore(
  { unit, tolerance }: MetricComparison,
  { before, after }: { before: Sample; after: Sample },
  lower: boolean,
  margin: number,
): PairedScore {
  const hasEnds = unit === 'unit'
  return {
    before: lower ? turned(before) : before,
    after: lower ? turned(after) : after,
    worst: hasEnds ? (lower ? -1 : 0) : null,
    best: hasEnds ? (lower ? 0 : 1) : null,
    margin: tolerance ?? (hasEnds ? margin : NUMBER_TOLERANCE * Math.abs(before.mean)),
  }
}

function turned(sample: Sample): Sample {
  return { ...sample, mean: -sample.mean }
}

function pairedPasses({ before, after }: { before: PassCount; after: PassCount }, margin: number): PairedScore {
  return { before: sampleOfPasses(before), after: sampleOfPasses(after), worst: 0, best: 1, margin }
}

function sampleOfPasses({ passed, trials, unknown }: PassCount): Sample {
  const mean = trials === 0 ? 0 : passed / trials
  const variance = trials < 2 ? 0 : (trials * mean * (1 - mean)) / (trials - 1)
  return { n: trials, mean, variance, missing: unknown }
}
