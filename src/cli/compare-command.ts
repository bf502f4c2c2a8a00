import { Command } from 'commander'
import { join } from 'node:path'
import { calibrationsPath } from '../calibration/calibrations-path.js'
import { readCalibrations } from '../calibration/read-calibrations.js'
import { comparedSides } from '../reports/terminal/compared-sides.js'
import { terminalReport } from '../reports/terminal/terminal-report.js'
import { readRun, type KeptRun } from '../store/read-run.js'
import { printableJson } from '../text/printable-json.js'
import { baselinesOfRun, committedBaselines, noticesOfRuns } from './baseline-source.js'
import { CliError } from './cli-error.js'
import { compareRuns, type RunsComparison } from './compare-runs.js'
import { unableIs2 } from './exit-code.js'
import { type OpenResults, type ResultsPlace, withResults } from './open-results.js'

interface CompareFlags extends ResultsPlace {
  json?: boolean
}

/** `vitest-judge compare <before> <after>` */
export function compareCommand(): Command {
  return new Command('compare')
    .description('hold one kept run against another, or against the baselines; exit code 1 as a run would have it')
    .argument('<before>', 'what stands for the baseline: an id or its beginning, latest, latest~1, or baseline')
    .argument('<after>', 'the run that is held against it')
    .option('--json', 'print the comparison as JSON')
    .option('--config <file>', 'Vitest configuration, from the root')
    .option('--root <folder>', 'root of the project', '.')
    .exitOverride()
    .action(unableIs2(runCompare))
}

async function runCompare(before: string, after: string, flags: CompareFlags): Promise<void> {
  if (after === 'baseline') {
    throw new CliError(
      'expected a run as the second of the two, got baseline, of which no replies and trials are kept; write compare baseline <run>',
    )
  }
  const { text, failed } = await withResults(flags, async (results) => {
    const later = await readRun(results.store, after)
    const earlier = before === 'baseline' ? null : await readRun(results.store, before)
    const compared = await compare(earlier, later, results)
    return {
      text: (flags.json === true ? jsonOf : textOf)(earlier, later, compared, results),
      failed: compared.failed,
    }
  })
  process.stdout.write(`${text}\n`)
  process.exitCode = failed ? 1 : 0
}

async function compare(earlier: KeptRun | null, later: KeptRun, { root, options }: OpenResults) {
  const { reporter } = options
  const { dir } = reporter.baseline
  const name = calibrationsPath(dir)
  const calibrations = await readCalibrations(join(root, name), name)
  const baselineOf = earlier === null ? await committedBaselines(root, dir, later) : baselinesOfRun(earlier, reporter)
  const compared = compareRuns({ baselineOf, after: later, options: reporter, calibrations })
  const notices = earlier === null ? [] : noticesOfRuns(earlier, later)
  return { ...compared, notices: [...notices, ...compared.notices] }
}

type Sides = [earlier: KeptRun | null, later: KeptRun, compared: RunsComparison, results: OpenResults]

function textOf(...[earlier, later, compared, { options }]: Sides): string {
  const { baseline, terminal } = options.reporter
  const sides = comparedSides({ before: earlier?.run ?? baseline.dir, after: later.run, ...terminal })
  const report = terminalReport({
    ...compared,
    changes: [],
    recordings: { uncommitted: 0, changes: [] },
    acceptWith: `npx vitest-judge accept ${later.run.id}`,
    ...terminal,
  })
  return report === '' ? `${sides}\n\n nothing was judged in either` : `${sides}\n\n${report}`
}

function jsonOf(...[earlier, later, compared, { options }]: Sides): string {
  const { comparison, verdict, judgedShare, notices, failed } = compared
  return printableJson({
    before: earlier?.run ?? { baseline: options.reporter.baseline.dir },
    after: later.run,
    failed,
    verdict,
    judgedShare,
    ...comparison,
    notices,
  })
}
