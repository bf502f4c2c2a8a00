import type { JudgeAgreement } from '../../evaluation/judge-agreement.js'
import { judgeId } from '../comparability.js'
import type { Comparison, ComparisonStatus } from '../comparison.js'
import { metricName } from './metric-groups.js'
import { oneLine } from './gate-words.js'

/** Why a judge whose scores were compared is no ground to decide on, a note for each judge and metric. */
export function doubtsAbout(
  { cases }: Comparison,
  minKappa: number | undefined,
  agreements: readonly JudgeAgreement[],
): string[] {
  if (minKappa === undefined) return []
  const compared = new Set(
    cases
      .flatMap(({ metrics }) => metrics)
      .filter(({ status, unit }) => unit === 'unit' && COMPARED.includes(status))
      .map(({ judgeAfter, metric }) => JSON.stringify([judgeAfter, metricName(metric)])),
  )
  return agreements
    .filter((agreement) => compared.has(JSON.stringify([judgeId(agreement), agreement.metric])))
    .flatMap((agreement) => doubtAbout(agreement, minKappa) ?? [])
}

const COMPARED: readonly ComparisonStatus[] = ['degraded', 'improved', 'stable']

function doubtAbout({ name, metric, state, kappa, lower, upper, n }: JudgeAgreement, minKappa: number): string | null {
  if (state === 'missing') return oneLine(`${name} was never calibrated for ${metric}`)
  if (state === 'changed') return oneLine(`${name} has changed since it was calibrated for ${metric}`)
  if (kappa === null || lower === null || upper === null) {
    return oneLine(`${name} has no kappa for ${metric}, for its ${n} labels tell nothing`)
  }
  if (lower >= minKappa) return null
  const interval = `${kappa.toFixed(2)} (${lower.toFixed(2)}–${upper.toFixed(2)}, n = ${n})`
  return oneLine(`${name} agrees with people on ${metric} by κ ${interval} only`)
}
