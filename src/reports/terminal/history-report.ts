import type { CaseHistory, RunFigures } from '../../evaluation/run-history.js'
import { caseVerdict, type CaseVerdict } from '../../evaluation/case-outcome.js'
import { scoreUnits, type ScoreUnit } from '../../evaluation/score-unit.js'
import { formatCount, formatScoreWithScale, missing } from '../format-number.js'
import { formatCode, formatLocalTime, type RunLabel } from '../format-run.js'
import { oneLine } from '../one-line.js'
import { caseLabel } from './case-label.js'
import { padEnd } from './fit-text.js'
import { displayWidth } from './display-width.js'
import { createPalette, type Paint, type Palette } from './palette.js'
import { type TableCell, type TableColumn, textTable } from './text-table.js'

export interface HistoryRun extends RunLabel {
  result: { outcome: 'passed' | 'failed' | 'aborted'; partial?: string | null } | null
}

export interface HistoryLook {
  /** Characters of an id that tell it from all others. */
  idLength: number
  colors: boolean
  columns: number
  /** Minutes that local time is ahead of UTC; the machine's own unless told otherwise. */
  offsetMinutes?: number
}

/** Runs in a table, in the order in which they are given. Ends without a line break. */
export function historyReport(runs: readonly { run: HistoryRun; figures: RunFigures }[], look: HistoryLook): string {
  const palette = createPalette(look.colors)
  const figures = runs.map((one) => one.figures)
  const count = (header: string, rank: number, of: (one: RunFigures) => number, paint: Paint): TableColumn => ({
    header,
    rank,
    cells: figures.map((one) => ({ text: formatCount(of(one)), ...(of(one) > 0 && { paint }) })),
  })
  return tableOf(
    runs.map(({ run }) => run),
    [
      count('passed', 0, ({ passed }) => passed, palette.green),
      count('failed', 0, ({ failed }) => failed, palette.red),
      count('not judged', 0.9, ({ notJudged }) => notJudged, palette.yellow),
      ...scoreColumns(figures.map(({ metrics }) => metrics.map((one) => ({ ...one, key: one.metric })))),
      leftColumn(
        'outcome',
        0,
        runs.map(({ run }) => outcomeOf(run, palette)),
      ),
    ],
    look,
    palette,
  )
}

/** One case over runs: how it came out, its trials, and its scores. A part for each test file that has such a case. */
export function caseHistoryReport(histories: readonly CaseHistory<HistoryRun>[], look: HistoryLook): string {
  const palette = createPalette(look.colors)
  return histories
    .map((history) => {
      const outcomes = history.runs.map(({ outcome }) => outcome)
      const table = tableOf(
        history.runs.map(({ run }) => run),
        [
          leftColumn(
            'case',
            0,
            outcomes.map((outcome) => verdictCell(caseVerdict(outcome), palette)),
          ),
          {
            header: 'trials',
            rank: 2,
            cells: outcomes.map(({ trials }) => {
              const judged = trials.filter((trial) => trial !== null)
              return { text: `${judged.filter(Boolean).length}/${judged.length}`, isMissing: judged.length === 0 }
            }),
          },
          ...scoreColumns(outcomes.map(({ metrics }) => metrics)),
        ],
        look,
        palette,
      )
      return ` ${palette.bold(caseLabel(history))}\n\n${table}`
    })
    .join('\n\n')
}

function tableOf(runs: readonly HistoryRun[], own: TableColumn[], look: HistoryLook, palette: Palette): string {
  const { idLength, columns, offsetMinutes } = look
  const table = textTable(
    { header: 'run', cells: runs.map(({ id }) => oneLine(id.slice(0, idLength))) },
    [
      leftColumn(
        'date',
        0.5,
        runs.map((run) => ({ text: formatLocalTime(run.startedAt, offsetMinutes) })),
      ),
      leftColumn(
        'code',
        3,
        runs.map((run) => textCell(formatCode(run))),
      ),
      leftColumn(
        'judge',
        4,
        runs.map((run) => textCell(oneLine(run.judge.name))),
      ),
      ...own,
    ],
    Math.max(60, columns) - 1,
  )
  return [palette.dim(table.header), ...table.rows.flat()].map((line) => ` ${line}`.trimEnd()).join('\n')
}

/** Text begins where the text above begins; numbers end where they end. */
function leftColumn(header: string, rank: number, cells: TableCell[]): TableColumn {
  const width = Math.max(...[header, ...cells.map(({ text }) => text)].map(displayWidth))
  return {
    header: padEnd(header, width),
    rank,
    cells: cells.map((cell) => ({ ...cell, text: padEnd(cell.text, width) })),
  }
}

function textCell(text: string): TableCell {
  return text === '' ? { text: missing, isMissing: true } : { text }
}

interface Score {
  key: string
  metric: string
  unit: ScoreUnit
  mean: number | null
}

function scoreColumns(rows: readonly (readonly Score[])[]): TableColumn[] {
  const keys = new Map(
    rows
      .flat()
      .filter(({ unit }) => scoreUnits[unit].inBaseline)
      .map(({ key, metric, unit }) => [`${unit}\0${key}`, { key, metric, unit }]),
  )
  return [...keys.values()].map(({ key, metric, unit }, index) => ({
    header: oneLine(key),
    rank: 1 + index / 1000,
    cells: rows.map((scores) => {
      const found = scores.find((score) => score.key === key && score.unit === unit)
      const text = formatScoreWithScale({ metric, unit }, found?.mean)
      return { text, isMissing: text === missing }
    }),
  }))
}

function outcomeOf({ result }: HistoryRun, palette: Palette): TableCell {
  if (result === null) return { text: 'not ended', paint: palette.yellow }
  const part = typeof result.partial === 'string' ? ', a part' : ''
  const paint = { passed: palette.green, failed: palette.red, aborted: palette.yellow }[result.outcome]
  return { text: `${result.outcome}${part}`, paint }
}

function verdictCell(verdict: CaseVerdict, palette: Palette): TableCell {
  return { text: verdict, paint: { passed: palette.green, failed: palette.red, 'not judged': palette.yellow }[verdict] }
}
