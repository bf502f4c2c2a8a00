import type { JudgeAgreement } from '../evaluation/judge-agreement.js'
import type { CaseComparison, Comparison } from './comparison.js'
import { doubtsAbout } from './gate/doubts-about.js'
import type { GatePolicy } from './gate/gate-policy.js'
import { incomparableNote, notJudgedNote, scores, sentence, worstOf } from './gate/gate-words.js'
import { judgeSuite, type SuiteVerdict } from './gate/judge-suite.js'
import { brokenNote, inconclusiveNote, regressionNote } from './gate/suite-words.js'

export interface GateVerdict {
  /** `untrusted`, `regressed`, `broken` and `incomparable` make the run red, `inconclusive` where the policy says so; `warned` does not. */
  outcome: 'pass' | 'warned' | 'inconclusive' | 'untrusted' | 'regressed' | 'broken' | 'incomparable'
  failed: boolean
  /** One line: what decided. */
  reason: string
  /** By test file, as they are sorted in the comparison. */
  suites: SuiteVerdict[]
}

/**
 * Decides about a run from its comparison with the baselines. Pure; 10,000 cases of 3 metrics in less than 0.1 s.
 *
 * A metric with enough cases in its file is held against the baseline by its mean, and every other score by its tolerance, as
 * the policy says; see docs/gate.md. Scores that cannot be compared warn or fail. Cases that failed or were not judged are said, but are no
 * regression of a score: their tests, and `requireJudged`, speak for themselves.
 * With `minKappa`, nothing is decided by a judge that is not known to agree with people: what `agreements` say of the judges whose
 * scores were compared comes before all else.
 *
 * @example
 * gate(compareRun(inputs, defaultTolerances), { ...defaultPolicy, policy: 'tolerance' }).failed
 */
export function gate(
  comparison: Comparison,
  policy: GatePolicy,
  agreements: readonly JudgeAgreement[] = [],
): GateVerdict {
  const verdict = gateScores(comparison, policy)
  const doubts = doubtsAbout(comparison, policy.minKappa, agreements)
  if (doubts.length === 0) return verdict
  const asked = `judges must agree with people by κ ≥ ${policy.minKappa ?? ''} at the lower end (gate.minKappa)`
  return {
    ...verdict,
    outcome: 'untrusted',
    failed: true,
    reason: `${sentence(`${asked}: ${doubts.join(', ')}`)} ${verdict.reason}`,
  }
}

function gateScores(comparison: Comparison, policy: GatePolicy): GateVerdict {
  const { counts } = comparison
  const suites = groupByFile(comparison.cases).map((cases) => judgeSuite(cases, policy))
  const notJudged = notJudgedNote(comparison)
  const [regressed, broken] = [regressionNote(suites, policy), brokenNote(suites)]
  const inconclusive = inconclusiveNote(suites, policy)
  const incomparable = counts.incomparable > 0 && incomparableNote(comparison.cases.flatMap(({ metrics }) => metrics))
  const degraded = degradedNote(suites)
  if (regressed !== false || degraded !== false) {
    const reason = sentence(regressed, degraded, broken, incomparable, notJudged)
    return { outcome: 'regressed', failed: true, reason, suites }
  }
  if (broken !== false) {
    return { outcome: 'broken', failed: true, reason: sentence(broken, inconclusive, incomparable, notJudged), suites }
  }
  const incomparableFails = policy.incomparable === 'fail'
  const acceptance = 'accept with `vitest run -u`'
  if (incomparable !== false && (incomparableFails || inconclusive === false)) {
    const reason = sentence(incomparable, acceptance, inconclusive, notJudged)
    return { outcome: incomparableFails ? 'incomparable' : 'warned', failed: incomparableFails, reason, suites }
  }
  if (inconclusive !== false) {
    const reason = sentence(inconclusive, incomparable, notJudged)
    return { outcome: 'inconclusive', failed: policy.inconclusive === 'fail', reason, suites }
  }
  return { outcome: 'pass', failed: false, reason: sentence(passNote(comparison, suites, policy), notJudged), suites }
}

function degradedNote(suites: readonly SuiteVerdict[]): string | false {
  const degraded = suites.flatMap((suite) => suite.degraded)
  if (degraded.length === 0) return false
  const alone = suites.reduce((sum, { compared }) => sum + compared.alone, 0)
  const byMean = suites.some(({ compared }) => compared.byMean > 0)
  // Beside means, it must be said that these scores are others.
  const which = byMean ? 'other comparable scores' : 'comparable scores'
  return `${degraded.length} of ${alone} ${which} got worse by more than is tolerated; the worst: ${worstOf(degraded)}`
}

function passNote({ counts }: Comparison, suites: readonly SuiteVerdict[], { margin, confidence }: GatePolicy): string {
  const byMean = suites.reduce((sum, { compared }) => sum + compared.byMean, 0)
  const alone = suites.reduce((sum, { compared }) => sum + compared.alone, 0)
  if (byMean + alone === 0) {
    return counts.new > 0
      ? `nothing was compared: ${scores(counts.new, 'new ')} not in the baseline yet`
      : 'nothing was compared: no score of this run is in a baseline'
  }
  const compared = `${scores(byMean + alone)} compared with the baseline`
  if (byMean === 0) return `${compared}, none worse by more than is tolerated`
  const percent = Number((confidence * 100).toFixed(4))
  const others = alone === 0 ? '' : `, and of ${alone} others none worse by more than is tolerated`
  return `${compared}, no mean lower by ${margin} or more at ${percent} % confidence${others}`
}

function groupByFile(cases: readonly CaseComparison[]): CaseComparison[][] {
  const groups = new Map<string, CaseComparison[]>()
  for (const compared of cases) {
    const key = `${compared.project}\0${compared.file}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [compared])
    else group.push(compared)
  }
  return [...groups.values()]
}
