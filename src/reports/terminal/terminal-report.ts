import type { Comparison } from '../../baseline/comparison.js'
import type { GateVerdict } from '../../baseline/gate.js'
import type { JudgeAgreement } from '../../evaluation/judge-agreement.js'
import type { RunSummary, SuiteSummary } from '../../evaluation/run-summary.js'
import { oneLine } from '../one-line.js'
import { type BaselineChange, baselineChanges } from './baseline-changes.js'
import { incomparableList } from './incomparable-list.js'
import { lengthBiasLines } from './length-bias-lines.js'
import { notJudgedList } from './not-judged-list.js'
import { createPalette } from './palette.js'
import { regressionList } from './regression-list.js'
import { reportHeader } from './report-header.js'
import { recordingLines, type Recordings } from './recording-lines.js'
import { type ListedStatus, statusList } from './status-list.js'
import { suiteTable } from './suite-table.js'
import { verdictLines } from './verdict-lines.js'
import { wrapBehind } from './wrap-text.js'

export interface TerminalReportInput {
  summary: RunSummary
  comparison: Comparison
  verdict: GateVerdict
  /** What is known of how far the judges agree with people. */
  agreements?: readonly JudgeAgreement[]
  /** Shares of judgements, 0..1, that must and do have a score; `actual` is `null` where there was nothing to judge. */
  judgedShare: { required: number; actual: number | null }
  /** What this run wrote to baseline files. */
  changes: readonly BaselineChange[]
  /** What this run asked, and wrote of it. */
  recordings: Omit<Recordings, 'replayed'>
  /** Warnings of one sentence each. */
  notices: readonly string[]
  /** The command that accepts what is reported; `vitest run -u` unless told otherwise. */
  acceptWith?: string
  colors: boolean
  /** Width of the terminal; below 60 it is taken for 60. */
  columns: number
}

const listed: ListedStatus[] = ['errored', 'declined', 'removed', 'new', 'improved']

/**
 * The report at the end of a run: who judged, a row a suite, what got worse and why, and what to do next.
 * Ends without a line break. Empty where no test of the run judged or asked anything and no baseline knows of any.
 *
 * Replies, rationales and names are foreign text: whatever they hold, each stays on its line and steers no terminal.
 */
export function terminalReport(input: TerminalReportInput): string {
  const { summary, comparison, verdict } = input
  const suites = summary.suites.filter(hasRun)
  if (suites.length === 0 && comparison.cases.length === 0 && input.notices.length === 0 && !verdict.failed) return ''
  const palette = createPalette(input.colors)
  const columns = Math.max(60, input.columns)
  const sections = [
    reportHeader(summary, palette, columns, input.agreements),
    suiteTable(suites, palette, columns),
    lengthBiasLines(summary, palette, columns),
    notJudgedList(summary, palette, columns),
    regressionList(comparison.cases, palette, columns),
    incomparableList(comparison.cases, palette, columns),
    ...listed.map((status) => statusList(status, comparison.cases, palette, columns)),
    notices(input).flatMap((notice) => wrapBehind(' ! ', oneLine(notice), columns).map(palette.yellow)),
    baselineChanges(input.changes, palette, columns),
    recordingLines({ ...input.recordings, replayed: summary.replayed }, palette, columns),
    verdictLines(input, palette, columns),
  ]
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.trimEnd()).join('\n'))
    .join('\n\n')
}

/** A filter such as `-t` leaves suites of which nothing ran. */
function hasRun({ cases, skipped, judged, notJudged, errors, latency, acceptance }: SuiteSummary): boolean {
  return cases > skipped || judged + notJudged + errors > 0 || latency !== null || acceptance !== undefined
}

function notices({ notices, comparison }: TerminalReportInput): string[] {
  const served = comparison.servedModelChanges.map(
    ({ judge, before, after }) =>
      `${judge} was answered by ${after}, in the baseline by ${before}: the scores may differ for that reason`,
  )
  return [...notices, ...served]
}
