import { Command, InvalidArgumentError } from 'commander'
import { join, resolve } from 'node:path'
import { calibrate } from '../calibration/calibrate.js'
import { calibrationsPath } from '../calibration/calibrations-path.js'
import { failsKappa } from '../calibration/fails-kappa.js'
import { readCalibrations } from '../calibration/read-calibrations.js'
import { saveCalibration } from '../calibration/save-calibration.js'
import { calibrationReport } from '../reports/terminal/calibration-report.js'
import { chooseJudge } from './choose-judge.js'
import { CliError } from './cli-error.js'
import { loadPlugin } from './load-plugin.js'

interface CalibrateFlags {
  judge?: string
  config?: string
  root: string
  minKappa?: number
}

/** `vitest-judge calibrate <labelled.jsonl>` */
export function calibrateCommand(): Command {
  return new Command('calibrate')
    .description('measure how far the judge agrees with people’s labels, and keep it beside the baselines')
    .argument('<labels>', 'file of labelled replies: .jsonl, .json or .yaml')
    .option('--judge <name>', 'one of judge({ judges }) instead of the one that judges by default')
    .option('--min-kappa <kappa>', 'exit with 1 below that kappa, at the lower end of its interval', kappa)
    .option('--config <file>', 'Vitest configuration, from the root')
    .option('--root <folder>', 'root of the project', '.')
    .action(runCalibrate)
}

async function runCalibrate(file: string, flags: CalibrateFlags): Promise<void> {
  const labels = resolve(file)
  const plugin = await loadPlugin({ root: resolve(flags.root), config: flags.config })
  const { judge, intents, options } = chooseJudge(plugin, flags.judge)
  const { limits, reporter } = options
  const { maxInFlight, requestsPerMinute, tokensPerMinute, timeoutMs } = limits
  const name = calibrationsPath(reporter.baseline.dir)
  const path = join(plugin.root, name)
  // Before anything is asked: what cannot be kept need not be paid for.
  await readCalibrations(path, name)
  const calibration = await calibrate(judge, labels, {
    maxInFlight,
    requestsPerMinute,
    tokensPerMinute,
    timeoutMs,
    intents,
  })
  const minKappa = flags.minKappa ?? reporter.gate.minKappa
  process.stdout.write(`${calibrationReport({ calibration, minKappa, ...reporter.terminal })}\n`)
  if (calibration.metrics.every(({ n }) => n === 0)) {
    throw new CliError('nothing was judged, so nothing is kept; see above for the reasons')
  }
  await saveCalibration(path, calibration, name)
  process.stdout.write(`\n written to ${name}; commit it\n`)
  if (minKappa !== undefined && calibration.metrics.some((metric) => failsKappa(metric, minKappa))) process.exitCode = 1
}

function kappa(text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && value >= 0 && value <= 1) return value
  throw new InvalidArgumentError('Expected a number from 0 to 1.')
}
