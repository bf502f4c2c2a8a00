import { baselineOfCases } from '../baseline/baseline-of-cases.js'
import type { Baseline } from '../baseline/baseline.js'
import { RunComparer } from '../baseline/compare.js'
import { plural } from '../reports/format-number.js'
import { BaselineReader } from '../reporter/baseline-reader.js'
import type { ReporterOptions } from '../reporter/reporter-options.js'
import type { KeptRun } from '../store/read-run.js'
import { casesByFile, fileKey, type BaselineSource } from './compare-runs.js'

/**
 * The committed baselines of a run's test files.
 *
 * @throws {BaselineError} where one cannot be read: a comparison without it would say nothing of its cases
 */
export async function committedBaselines(root: string, dir: string, { files }: KeptRun): Promise<BaselineSource> {
  const reader = new BaselineReader(root, dir)
  const baselines = new Map<string, Baseline | null>()
  for (const testFile of files) baselines.set(fileKey(testFile), (await reader.read(testFile)).baseline)
  return (testFile) => baselines.get(fileKey(testFile)) ?? null
}

/** The baselines that a run would have made. */
export function baselinesOfRun(
  { cases }: KeptRun,
  { tolerances, baseline }: Pick<ReporterOptions, 'tolerances' | 'baseline'>,
): BaselineSource {
  const comparer = new RunComparer(tolerances, baseline)
  const byFile = casesByFile(cases)
  return (testFile) => baselineOfCases(testFile, byFile.get(fileKey(testFile)) ?? [], comparer)
}

/** What a reader of a comparison of two runs would else take for a change. */
export function noticesOfRuns(before: KeptRun, after: KeptRun): string[] {
  const collected = new Set(after.files.map(fileKey))
  const left = [...casesByFile(before.cases)].filter(([key]) => !collected.has(key)).map(([, cases]) => cases)
  const count = left.reduce((sum, cases) => sum + cases.length, 0)
  const names = left.flatMap(([first]) => first?.file ?? [])
  const { partial } = before.run.result
  return [
    ...(partial === null
      ? []
      : [`the run that stands for the baseline is but a part (${partial}): what it left out counts as new`]),
    ...(count === 0
      ? []
      : [`${plural(count, 'case')} of it not compared, for the other run did not collect ${names.join(', ')}`]),
  ]
}
