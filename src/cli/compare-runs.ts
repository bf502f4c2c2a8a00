import type { Baseline } from '../baseline/baseline.js'
import { RunComparer } from '../baseline/compare.js'
import type { Comparison, ComparisonInput } from '../baseline/comparison.js'
import { gate, type GateVerdict } from '../baseline/gate.js'
import { calibrationNotices } from '../calibration/calibration-notices.js'
import type { Calibrations } from '../calibration/calibrations.js'
import { judgeAccuracies } from '../calibration/judge-accuracies.js'
import { judgeAgreements } from '../calibration/judge-agreements.js'
import type { EvaluatedCase } from '../evaluation/evaluated-case.js'
import type { JudgeAgreement } from '../evaluation/judge-agreement.js'
import type { RunSummary } from '../evaluation/run-summary.js'
import { summarizeRun } from '../evaluation/summarize-run.js'
import type { ReporterOptions } from '../reporter/reporter-options.js'
import type { KeptRun } from '../store/read-run.js'

/** The first side of a comparison: baselines by test file, from the files, or as a run would have made them. */
export type BaselineSource = (testFile: { project: string; file: string }) => Baseline | null

export interface RunsComparison {
  comparison: Comparison
  verdict: GateVerdict
  agreements: JudgeAgreement[]
  summary: RunSummary
  judgedShare: { required: number; actual: number | null }
  notices: string[]
  /** Whether a run with these results would have been red. */
  failed: boolean
}

/** Holds a kept run against baselines and decides, as the reporter does at the end of a run. Pure. */
export function compareRuns({
  baselineOf,
  after,
  options: { tolerances, baseline, gate: policy, requireJudged },
  calibrations,
}: {
  baselineOf: BaselineSource
  after: KeptRun
  options: Pick<ReporterOptions, 'tolerances' | 'baseline' | 'gate' | 'requireJudged'>
  calibrations: Calibrations | null
}): RunsComparison {
  const comparer = new RunComparer(tolerances, baseline)
  const comparison = comparer.compareRun(comparisonInputs(after, baselineOf))
  const summary = summarizeRun(after.cases, judgeAccuracies(calibrations))
  const agreements = judgeAgreements(after.cases, calibrations)
  const verdict = gate(comparison, policy, agreements)
  const asked = summary.judged + summary.notJudged
  const actual = asked === 0 ? null : summary.judged / asked
  return {
    comparison,
    verdict,
    agreements,
    summary,
    judgedShare: { required: requireJudged, actual },
    notices: calibrationNotices(summary.judges, agreements, calibrations),
    failed: verdict.failed || (actual !== null && actual < requireJudged),
  }
}

function comparisonInputs({ cases, files }: KeptRun, baselineOf: BaselineSource): ComparisonInput[] {
  const byFile = casesByFile(cases)
  return files.flatMap(({ project, file, collected, broken }) => {
    const baseline = baselineOf({ project, file })
    const ran = byFile.get(fileKey({ project, file })) ?? []
    if (baseline === null && ran.length === 0) return []
    const errored = broken.filter(({ key }) => Object.hasOwn(baseline?.entries ?? {}, key))
    return [{ project, file, baseline, cases: [...ran, ...errored], collected }]
  })
}

/** A run's cases by test file; a suite's acceptance test is none. */
export function casesByFile(cases: readonly EvaluatedCase[]): Map<string, EvaluatedCase[]> {
  const groups = new Map<string, EvaluatedCase[]>()
  for (const evaluated of cases) {
    if (evaluated.acceptance !== undefined) continue
    const key = fileKey(evaluated)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [evaluated])
    else group.push(evaluated)
  }
  return groups
}

export function fileKey({ project, file }: { project: string; file: string }): string {
  return `${project}\0${file}`
}
