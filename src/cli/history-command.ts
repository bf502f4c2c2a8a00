import { Command, InvalidArgumentError, Option } from 'commander'
import type { CaseOutcome } from '../evaluation/case-outcome.js'
import { flakyCases } from '../evaluation/flaky-cases.js'
import { caseHistories, runFigures } from '../evaluation/run-history.js'
import { shortIdLength } from '../reports/short-ids.js'
import { flakyReport } from '../reports/terminal/flaky-report.js'
import { caseHistoryReport, historyReport } from '../reports/terminal/history-report.js'
import type { StoredRun } from '../store/store.js'
import { printableJson } from '../text/printable-json.js'
import { quoteText } from '../text/quote-text.js'
import { CliError } from './cli-error.js'
import { unableIs2 } from './exit-code.js'
import { type OpenResults, type ResultsPlace, withResults } from './open-results.js'

interface HistoryFlags extends ResultsPlace {
  limit: number
  case?: string
  suite?: string
  flaky?: boolean
  json?: boolean
}

interface ReadRun {
  run: StoredRun
  outcomes: CaseOutcome[]
}

/** `vitest-judge history` */
export function historyCommand(): Command {
  return new Command('history')
    .description('list the kept runs, one case over runs, or the cases that pass only sometimes')
    .option('--limit <runs>', 'look at so many of the newest runs', wholeNumber, 20)
    .option('--suite <name>', 'look at the cases of one suite')
    .option('--case <key>', 'show one case over runs')
    .addOption(new Option('--flaky', 'list cases that passed in some trials and failed in others').conflicts('case'))
    .option('--json', 'print JSON')
    .option('--config <file>', 'Vitest configuration, from the root')
    .option('--root <folder>', 'root of the project', '.')
    .exitOverride()
    .action(unableIs2(runHistory))
}

async function runHistory(flags: HistoryFlags): Promise<void> {
  const text = await withResults(flags, async (results) => {
    const runs = await readRuns(results, flags)
    if (flags.flaky === true) return flakyText(runs, flags, results)
    return flags.case === undefined ? runsText(runs, flags, results) : caseText(runs, flags, results)
  })
  process.stdout.write(`${text}\n`)
}

async function readRuns({ store }: OpenResults, { limit, case: key, suite }: HistoryFlags): Promise<ReadRun[]> {
  const runs: ReadRun[] = []
  for (const run of await store.runs({ limit })) {
    const outcomes = await store.outcomes(run.id, key === undefined ? {} : { key })
    runs.push({ run, outcomes: outcomes.filter((outcome) => suite === undefined || outcome.suite === suite) })
  }
  if (runs.length === 0) throw new CliError('expected results of earlier runs, and none is kept yet; run vitest first')
  if (key === undefined && suite === undefined) return runs
  const having = runs.filter(({ outcomes }) => outcomes.length > 0)
  if (having.length > 0) return having
  const asked = [
    ...(key === undefined ? [] : [`--case: expected the key of a case, got ${quoteText(key)}`]),
    ...(suite === undefined ? [] : [`--suite: expected the name of a suite, got ${quoteText(suite)}`]),
  ]
  throw new CliError(
    `${asked.join('; ')}: none of the last ${runs.length} runs has it. Keys and suites stand in the baselines and in the report of a run; look at more runs with --limit`,
  )
}

async function lookOf({ store, options }: OpenResults) {
  return { idLength: shortIdLength(await store.runIds()), ...options.reporter.terminal }
}

async function runsText(runs: ReadRun[], { json }: HistoryFlags, results: OpenResults): Promise<string> {
  const rows = runs.map(({ run, outcomes }) => ({ run, figures: runFigures(outcomes) }))
  if (json === true) {
    return printableJson({
      runs: rows.map(({ run, figures: { metrics, ...cases } }) => ({ ...run, cases, metrics })),
    })
  }
  return historyReport(rows, await lookOf(results))
}

async function caseText(runs: ReadRun[], { json }: HistoryFlags, results: OpenResults): Promise<string> {
  const histories = caseHistories(runs)
  if (json !== true) return caseHistoryReport(histories, await lookOf(results))
  return printableJson({
    cases: histories.map((history) => ({
      ...history,
      runs: history.runs.map(({ run, outcome: { state, passed, trials, metrics } }) => {
        return { ...run, case: { state, passed, trials, metrics } }
      }),
    })),
  })
}

async function flakyText(runs: ReadRun[], { json }: HistoryFlags, results: OpenResults): Promise<string> {
  // Of a run that goes on, or was killed, nobody knows which cases are still to come.
  const ended = runs.filter(({ run }) => run.result !== null)
  const cases = flakyCases(ended.map(({ run, outcomes }) => ({ id: run.id, outcomes })))
  if (json === true) return printableJson({ runs: ended.length, confidence: 0.95, cases })
  return flakyReport({ cases, runs: ended.length, ...(await lookOf(results)) })
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (/^[1-9]\d*$/.test(text) && Number.isSafeInteger(value)) return value
  throw new InvalidArgumentError('Expected a whole number from 1.')
}
