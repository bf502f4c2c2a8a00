import { BUILT_IN_METRICS } from '../../evaluation/built-in-metrics.js'
import type { UsageRecord } from '../../evaluation/record-schema.js'
import type { SuiteSummary } from '../../evaluation/run-summary.js'
import { scoreUnits, type ScoreUnit } from '../../evaluation/score-unit.js'
import { formatCost, formatCount, formatMilliseconds, formatScoreWithScale, missing, plural } from '../format-number.js'
import { oneLine } from '../one-line.js'
import { acceptanceLines } from './acceptance-lines.js'
import { passRateLines } from './pass-rate-lines.js'
import type { Paint, Palette } from './palette.js'
import { type TableColumn, textTable } from './text-table.js'

const maxSuites = 20

/** A row a suite: how many cases held, mean scores, what is missing, times, and the assistant's own tokens and cost. */
export function suiteTable(suites: readonly SuiteSummary[], palette: Palette, columns: number): string[] {
  const shown = suitesToShow(suites)
  if (shown.length === 0) return []
  const names = { header: 'suite', cells: shown.map(suiteName) }
  const table = textTable(names, columnsOf(shown, palette), columns - 1)
  const hidden = suites.length - shown.length
  const lines = [
    palette.dim(table.header),
    ...table.rows.flatMap((row, index) => [
      ...row,
      ...passRateLines(shown[index]?.passRates ?? [], palette, columns - 1),
      ...acceptanceLines(shown[index]?.acceptance, palette, columns - 1),
    ]),
    ...(hidden > 0 ? [palette.dim(`… and ${plural(hidden, 'more suite')} with nothing failed or missing`)] : []),
  ]
  return lines.map((line) => ` ${line}`)
}

/** Of many suites, those with something to look into, and as many others as fit. */
function suitesToShow(suites: readonly SuiteSummary[]): SuiteSummary[] {
  const noteworthy = (suite: SuiteSummary) =>
    suite.failed + suite.errors + suite.notJudged > 0 || suite.acceptance !== undefined
  const room = maxSuites - suites.filter(noteworthy).length
  let quiet = 0
  return suites.filter((suite) => noteworthy(suite) || ++quiet <= room)
}

function suiteName({ project, file, suite }: SuiteSummary): string {
  const place = suite === file ? file : `${suite} (${file})`
  return oneLine(project === '' ? place : `[${project}] ${place}`)
}

function columnsOf(suites: readonly SuiteSummary[], palette: Palette): TableColumn[] {
  const column = (
    header: string,
    rank: number,
    show: (suite: SuiteSummary) => string,
    paintOf?: Painter,
  ): TableColumn => ({
    header,
    rank,
    cells: suites.map((suite) => {
      const text = show(suite)
      return { text, isMissing: text === missing, ...(paintOf && { paint: paintOf(suite) }) }
    }),
  })
  const some = (has: (suite: SuiteSummary) => boolean, ...optional: TableColumn[]) => (suites.some(has) ? optional : [])
  return [
    column(
      'cases',
      0,
      ({ passed, cases }) => `${passed}/${cases}`,
      ({ failed }) => (failed > 0 ? palette.red : undefined),
    ),
    ...some(
      ({ skipped }) => skipped > 0,
      column('skipped', 7, ({ skipped }) => formatCount(skipped)),
    ),
    ...metricsOf(suites).map(({ metric, unit }, index) =>
      column(oneLine(metric), 1 + index / 1000, ({ metrics }) =>
        formatScoreWithScale({ metric, unit }, metrics.find((one) => one.metric === metric && one.unit === unit)?.mean),
      ),
    ),
    column(
      'not judged',
      0,
      ({ notJudged }) => formatCount(notJudged),
      ({ notJudged }) => (notJudged > 0 ? palette.yellow : undefined),
    ),
    column(
      'errors',
      0,
      ({ errors }) => formatCount(errors),
      ({ errors }) => (errors > 0 ? palette.red : undefined),
    ),
    ...some(
      ({ latency }) => latency !== null,
      column('p50', 6, ({ latency }) => formatMilliseconds(latency?.p50Ms)),
      column('p95', 5, ({ latency }) => formatMilliseconds(latency?.p95Ms)),
    ),
    ...some(
      ({ assistantUsage }) => tokensOf(assistantUsage) !== undefined,
      column('tokens', 8, ({ assistantUsage }) => formatCount(tokensOf(assistantUsage))),
    ),
    ...some(
      ({ assistantUsage }) => assistantUsage.costUsd !== undefined,
      column('cost', 9, ({ assistantUsage }) => formatCost(assistantUsage.costUsd)),
    ),
  ]
}

type Painter = (suite: SuiteSummary) => Paint | undefined

/** Our own metrics first, in the order of the matchers; what a run took has columns of its own. */
function metricsOf(suites: readonly SuiteSummary[]): { metric: string; unit: ScoreUnit }[] {
  const found = new Map(
    suites
      .flatMap((suite) => suite.metrics)
      .filter(({ unit }) => scoreUnits[unit].inBaseline)
      .map(({ metric, unit }) => [`${unit} ${metric}`, { metric, unit }]),
  )
  const place = (metric: string) =>
    BUILT_IN_METRICS.includes(metric) ? BUILT_IN_METRICS.indexOf(metric) : BUILT_IN_METRICS.length
  return [...found.values()].sort((a, b) => place(a.metric) - place(b.metric))
}

function tokensOf({ inputTokens, outputTokens }: UsageRecord): number | undefined {
  return inputTokens === undefined && outputTokens === undefined ? undefined : (inputTokens ?? 0) + (outputTokens ?? 0)
}
