import { byCodePoint } from '../baseline/by-code-point.js'
import { own } from '../baseline/own.js'
import type { EvaluatedCase } from '../evaluation/evaluated-case.js'
import type { JudgeAgreement } from '../evaluation/judge-agreement.js'
import type { JudgeIdentity } from '../evaluation/record-schema.js'
import type { Calibrations } from './calibrations.js'

/**
 * What is known of the judges that scored in a run, sorted by name and metric: of LLM and custom judges alone, since what is compared in
 * code, and the embedded judge standing in, is nobody's opinion.
 */
export function judgeAgreements(cases: readonly EvaluatedCase[], calibrations: Calibrations | null): JudgeAgreement[] {
  const found = new Map<string, JudgeAgreement>()
  for (const { metrics } of cases) {
    for (const { metric, unit, mean, judge } of metrics) {
      if (unit !== 'unit' || mean === null || (judge.kind !== 'llm' && judge.kind !== 'custom')) continue
      const key = [judge.name, judge.fingerprint, metric].join('\0')
      if (!found.has(key)) found.set(key, agreementOf(judge, metric, calibrations))
    }
  }
  return [...found].sort(([a], [b]) => byCodePoint(a, b)).map(([, agreement]) => agreement)
}

function agreementOf(
  { name, fingerprint }: JudgeIdentity,
  metric: string,
  calibrations: Calibrations | null,
): JudgeAgreement {
  const judge = own(calibrations?.judges, name)
  const entry = own(judge?.metrics, metric)
  const about = { name, fingerprint, metric }
  if (judge === undefined || entry === undefined) {
    return { ...about, state: 'missing', kappa: null, lower: null, upper: null, n: 0 }
  }
  const { value = null, lower = null, upper = null } = entry.kappa ?? {}
  const state = judge.fingerprint === fingerprint ? 'calibrated' : 'changed'
  return { ...about, state, kappa: value, lower, upper, n: entry.n }
}
