import type { FlakyCase } from '../../evaluation/flaky-cases.js'
import { formatCount, plural } from '../format-number.js'
import { caseLabel } from './case-label.js'
import { createPalette } from './palette.js'
import { textTable } from './text-table.js'

export interface FlakyReportInput {
  cases: readonly FlakyCase[]
  /** Runs that were looked at. */
  runs: number
  /** Characters of an id that tell it from all others. */
  idLength: number
  colors: boolean
  columns: number
}

/** Cases that neither always passed nor always failed, in the order in which they are given. */
export function flakyReport({ cases, runs, idLength, colors, columns }: FlakyReportInput): string {
  const palette = createPalette(colors)
  const over = runs === 1 ? 'over the last run' : `over the last ${plural(runs, 'run')}`
  if (cases.length === 0) return ` no case passed in one trial and failed in another, ${over}`
  const table = textTable(
    { header: 'case', cells: cases.map(caseLabel) },
    [
      { header: 'pass rate', rank: 0, cells: cases.map(({ rate }) => ({ text: percent(rate) })) },
      {
        header: '95 %',
        rank: 0,
        cells: cases.map(({ lower, upper }) => ({ text: `${percent(lower)}–${percent(upper)}` })),
      },
      {
        header: 'trials',
        rank: 2,
        cells: cases.map(({ passed, trials }) => ({ text: `${formatCount(passed)}/${formatCount(trials)}` })),
      },
      { header: 'runs', rank: 3, cells: cases.map((one) => ({ text: formatCount(one.runs) })) },
      {
        header: 'turned',
        rank: 1,
        cells: cases.map(({ turned, since }) =>
          turned === null ? { text: '', isMissing: true } : { text: `${turned} ${since?.slice(0, idLength) ?? ''}` },
        ),
      },
    ],
    Math.max(60, columns) - 1,
  )
  return [
    ` ${palette.bold(`${plural(cases.length, 'case')} that passed in some trials and failed in others`)}, ${over}`,
    '',
    ` ${palette.dim(table.header)}`,
    ...table.rows.flat().map((line) => ` ${line}`),
  ]
    .map((line) => line.trimEnd())
    .join('\n')
}

/** A case that is listed neither always passes nor always fails, and is never rounded to it. */
function percent(share: number): string {
  if (share > 0 && share < 0.01) return '<1 %'
  return share > 0.99 && share < 1 ? '>99 %' : `${Math.round(share * 100)} %`
}
