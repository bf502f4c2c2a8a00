import type { RunComparer } from '../baseline/compare.js'
import type { CaseComparison, Comparison, ComparisonInput } from '../baseline/comparison.js'
import type { GatePolicy } from '../baseline/gate/gate-policy.js'
import { judgeSuite, type SuiteVerdict } from '../baseline/gate/judge-suite.js'
import type { BaselineFile } from '../baseline/read-baseline.js'
import { updateBaseline } from '../baseline/update-baseline.js'
import type { UpdateMode } from '../baseline/update-entry.js'
import { writeBaseline } from '../baseline/write-baseline.js'
import type { EvaluatedCase } from '../evaluation/evaluated-case.js'
import type { BaselineReader } from './baseline-reader.js'

/** One test file of the run. */
export interface RunModule {
  project: string
  /** From the root, with forward slashes. */
  file: string
  cases: EvaluatedCase[]
  /** Cases that failed before they asked or judged anything, by key: errors, where the baseline knows them. */
  broken: EvaluatedCase[]
  /** Keys of every collected test, run or not. */
  collected: string[]
}

export interface BaselineSettings {
  baselines: BaselineReader
  comparer: RunComparer
  mode: UpdateMode
  partial: boolean
  /** See `updateBaseline`. */
  acceptJudgeChange?: boolean
  gate: GatePolicy
}

/** What was written to one baseline file: keys of cases. */
export interface BaselineChange {
  file: string
  added: string[]
  updated: string[]
  removed: string[]
}

export interface BaselineOutcome {
  /** With what stands in the files afterwards, where the run was accepted with `-u`. */
  comparison: Comparison
  changes: BaselineChange[]
  /** What was not taken over, and why. */
  kept: string[]
  /** Baselines that could not be read or written; they are as they were. */
  failures: Error[]
}

interface ReadModule {
  input: ComparisonInput
  read: BaselineFile
  name: string
}

/** Reads the baselines of the run's test files, compares, and writes what the update mode allows. */
export async function settleBaselines(modules: RunModule[], settings: BaselineSettings): Promise<BaselineOutcome> {
  const { baselines, comparer, mode, partial, acceptJudgeChange, gate } = settings
  const failures: Error[] = []
  const known: ReadModule[] = []
  for (const { project, file, cases, broken, collected } of modules) {
    const name = baselines.nameOf({ project, file })
    try {
      const read = await baselines.read({ project, file })
      const entries = read.baseline?.entries ?? {}
      const errored = broken.filter(({ key }) => Object.hasOwn(entries, key))
      const input = { project, file, baseline: read.baseline, cases: [...cases, ...errored], collected }
      if (read.baseline !== null || cases.length > 0) known.push({ input, read, name })
    } catch (error) {
      failures.push(error as Error)
    }
  }
  const before = comparer.compareRun(known.map(({ input }) => input))
  const changes: BaselineChange[] = []
  const kept: string[] = []
  const accepted: ComparisonInput[] = []
  const comparisons = groupByFile(before.cases)
  for (const { input, read, name } of known) {
    const comparison = comparisons.get(fileKey(input)) ?? []
    const update = updateBaseline({
      baseline: input.baseline,
      cases: input.cases,
      comparison,
      mode,
      partial,
      acceptJudgeChange,
      replaceStable: mode === 'all' && isRed(judgeSuite(comparison, gate), gate),
    })
    kept.push(...update.kept)
    accepted.push({ ...input, baseline: update.baseline })
    if (update.baseline === input.baseline) continue
    try {
      await writeBaseline(read, update.baseline, name)
      const { added, updated, removed } = update
      changes.push({ file: name, added, updated, removed })
    } catch (error) {
      failures.push(error as Error)
    }
  }
  changes.sort((a, b) => (a.file < b.file ? -1 : 1))
  return {
    comparison: mode === 'all' ? comparer.compareRun(accepted) : before,
    changes,
    kept,
    failures,
  }
}

/** Then the means are to be accepted, though each score by itself may be stable. */
function isRed({ verdict, broken }: SuiteVerdict, { inconclusive }: GatePolicy): boolean {
  if (verdict === 'regressed' || broken.some(({ fatal }) => fatal)) return true
  return verdict === 'inconclusive' && inconclusive === 'fail'
}

function groupByFile(cases: CaseComparison[]): Map<string, CaseComparison[]> {
  const groups = new Map<string, CaseComparison[]>()
  for (const compared of cases) {
    const group = groups.get(fileKey(compared))
    if (group === undefined) groups.set(fileKey(compared), [compared])
    else group.push(compared)
  }
  return groups
}

function fileKey({ project, file }: { project: string; file: string }): string {
  return `${project}\0${file}`
}
