import { RunComparer } from '../baseline/compare.js'
import { baselineChanges } from '../reports/terminal/baseline-changes.js'
import { comparedSides } from '../reports/terminal/compared-sides.js'
import { createPalette } from '../reports/terminal/palette.js'
import { wrapBehind } from '../reports/terminal/wrap-text.js'
import { oneLine } from '../reports/one-line.js'
import { BaselineReader } from '../reporter/baseline-reader.js'
import { settleBaselines } from '../reporter/run-baselines.js'
import { readRun } from '../store/read-run.js'
import { casesByFile, fileKey } from './compare-runs.js'
import { withResults } from './open-results.js'

/** Whether an argument of `accept` names a kept run, and not a test file for Vitest: `latest`, `latest~1`, or an id from its first eight digits on. */
export function isRunReference(argument: string): boolean {
  return /^(?:latest(?:~\d+)?|[0-9a-f]{8}(?:-[0-9a-f-]*)?)$/i.test(argument)
}

/**
 * Accepts what a kept run said into the baselines, as `vitest run -u` would have at its end; no test runs. What can be
 * written is written, and a baseline that cannot be read is left as it is.
 */
export async function acceptRun(reference: string, { judgeChange }: { judgeChange: boolean }): Promise<void> {
  const { text, failed } = await withResults({ root: '.' }, async ({ store, root, options: { reporter } }) => {
    const accepted = await readRun(store, reference)
    const { baseline, tolerances, terminal, gate } = reporter
    const byFile = casesByFile(accepted.cases)
    const settings = {
      baselines: new BaselineReader(root, baseline.dir),
      comparer: new RunComparer(tolerances, baseline),
      mode: 'all' as const,
      partial: accepted.run.result.partial !== null,
      acceptJudgeChange: judgeChange,
      gate,
    }
    const modules = accepted.files.map((one) => ({ ...one, cases: byFile.get(fileKey(one)) ?? [] }))
    const { changes, kept, failures } = await settleBaselines(modules, settings)
    const palette = createPalette(terminal.colors)
    const columns = Math.max(60, terminal.columns)
    const written = baselineChanges(changes, palette, columns)
    const told = [...failures.map(({ message }) => message), ...kept]
    const parts = [
      [comparedSides({ before: baseline.dir, after: accepted.run, ...terminal })],
      told.flatMap((notice) => wrapBehind(' ! ', oneLine(notice), columns).map(palette.yellow)),
      written.length > 0 ? written : [' nothing to write: the baselines say what the run said, or keep what they have'],
    ]
    return {
      text: parts
        .filter((lines) => lines.length > 0)
        .map((lines) => lines.join('\n'))
        .join('\n\n'),
      failed: failures.length > 0,
    }
  })
  process.stdout.write(`${text}\n`)
  process.exitCode = failed ? 1 : 0
}
