import type { JudgeAgreement } from '../evaluation/judge-agreement.js'
import { judgeId } from './comparability.js'
import type { ComparabilityPart, Comparison, ComparisonStatus, MetricComparison } from './comparison.js'
import { severity } from './severity.js'

/** What decides between a green and a red run, once the tests themselves are counted. */
export interface GatePolicy {
  policy: 'tolerance'
  /** What an incomparable score does. */
  incomparable: 'warn' | 'fail'
  /** Least lower bound of kappa, against people's labels, of a judge whose scores are compared; absent where none is asked for. */
  minKappa?: number | undefined
}

export interface GateVerdict {
  /** `untrusted`, `regressed` and `incomparable` make the run red; `warned` does not. */
  outcome: 'pass' | 'warned' | 'untrusted' | 'regressed' | 'incomparable'
  failed: boolean
  /** One line: what decided. */
  reason: string
}

/**
 * Decides about a run from its comparison with the baselines. Pure.
 *
 * Any degraded score is a regression. Scores that cannot be compared warn or fail, as the policy says. Cases that failed or
 * were not judged are said, but are no regression of a score: their tests, and `requireJudged`, speak for themselves.
 * With `minKappa`, nothing is decided by a judge that is not known to agree with people: what `agreements` say of the judges whose
 * scores were compared comes before all else.
 *
 * @example
 * gate(compareRun(inputs, defaultTolerances), { policy: 'tolerance', incomparable: 'warn' }).failed
 */
export function gate(
  comparison: Comparison,
  policy: GatePolicy,
  agreements: readonly JudgeAgreement[] = [],
): GateVerdict {
  const verdict = gateScores(comparison, policy)
  const doubts = doubtsAbout(comparison, policy, agreements)
  if (doubts.length === 0) return verdict
  const asked = `judges must agree with people by κ ≥ ${policy.minKappa ?? ''} at the lower end (gate.minKappa)`
  return {
    outcome: 'untrusted',
    failed: true,
    reason: `${sentence(`${asked}: ${doubts.join(', ')}`)} ${verdict.reason}`,
  }
}

/** Why a judge whose scores were compared is no ground to decide on, a note for each judge and metric. */
function doubtsAbout({ cases }: Comparison, { minKappa }: GatePolicy, agreements: readonly JudgeAgreement[]): string[] {
  if (minKappa === undefined) return []
  const compared = new Set(
    cases
      .flatMap(({ metrics }) => metrics)
      .filter(({ status, unit }) => unit === 'unit' && COMPARED.includes(status))
      .map(({ judgeAfter, metric }) => JSON.stringify([judgeAfter, metric.replace(/[#:].*/s, '')])),
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

function gateScores(comparison: Comparison, { incomparable }: GatePolicy): GateVerdict {
  const { counts } = comparison
  const metrics = comparison.cases.flatMap((compared) => compared.metrics)
  const compared = counts.degraded + counts.improved + counts.stable
  const notJudged = notJudgedNote(comparison)
  if (counts.degraded > 0) {
    const worst = worstOf(metrics.filter(({ status }) => status === 'degraded'))
    const regressed = `${counts.degraded} of ${compared} comparable scores got worse by more than is tolerated`
    const reason = sentence(
      `${regressed}; the worst: ${worst}`,
      counts.incomparable > 0 && incomparableNote(metrics),
      notJudged,
    )
    return { outcome: 'regressed', failed: true, reason }
  }
  if (counts.incomparable > 0) {
    const failed = incomparable === 'fail'
    const reason = sentence(incomparableNote(metrics), 'accept with `vitest run -u`', notJudged)
    return { outcome: failed ? 'incomparable' : 'warned', failed, reason }
  }
  const said =
    compared > 0
      ? `${scores(compared)} compared with the baseline, none worse by more than is tolerated`
      : nothingCompared(comparison)
  return { outcome: 'pass', failed: false, reason: sentence(said, notJudged) }
}

function nothingCompared({ counts }: Comparison): string {
  if (counts.new > 0) return `nothing was compared: ${scores(counts.new, 'new ')} not in the baseline yet`
  return 'nothing was compared: no score of this run is in a baseline'
}

function notJudgedNote({ cases, counts }: Comparison): string | false {
  const errored = cases.filter(({ status }) => status === 'errored').length
  const notes = [
    errored > 0 && `${errored} ${errored === 1 ? 'case' : 'cases'} of the baseline ended in an error`,
    counts.declined > 0 && `${scores(counts.declined)} of the baseline not judged`,
  ]
  return notes.filter((note) => note !== false).join(', ') || false
}

function incomparableNote(metrics: MetricComparison[]): string {
  const incomparable = metrics.filter(({ status }) => status === 'incomparable')
  const times = new Map<ComparabilityPart, number>()
  for (const { changed } of incomparable) for (const part of changed) times.set(part, (times.get(part) ?? 0) + 1)
  const parts = (['input', 'context', 'expectation', 'judge'] as const)
    .filter((part) => times.has(part))
    .map((part) => `${part} ${times.get(part) ?? 0}×`)
  return `${scores(incomparable.length)} cannot be compared with the baseline (changed: ${parts.join(', ')})`
}

function worstOf(degraded: MetricComparison[]): string {
  const [worst] = degraded.toSorted((a, b) => severity(b) - severity(a))
  if (worst === undefined) return ''
  const shown = (value: number | null) => {
    if (value === null) return 'n/a'
    return worst.unit === 'unit' ? value.toFixed(2) : `${value}${worst.unit === 'ms' ? ' ms' : ''}`
  }
  const place = [worst.project && `[${worst.project}]`, worst.file].filter(Boolean).join(' ')
  return oneLine(`${place} › ${worst.key} › ${worst.metric} ${shown(worst.before)} → ${shown(worst.after)}`)
}

function scores(count: number, adjective = ''): string {
  return `${count} ${adjective}${count === 1 ? 'score' : 'scores'}`
}

function sentence(...parts: (string | false)[]): string {
  const text = parts.filter((part) => part !== false).join('; ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
