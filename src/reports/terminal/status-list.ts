import type { CaseComparison, ComparisonStatus, MetricComparison } from '../../baseline/comparison.js'
import { formatCount, formatScore } from '../format-number.js'
import { oneLine } from '../one-line.js'
import { caseLabel } from './case-label.js'
import { displayWidth } from './display-width.js'
import { truncate } from './fit-text.js'
import { metricChange } from './metric-change.js'
import type { Paint, Palette } from './palette.js'
import { wrapBehind, wrapText } from './wrap-text.js'

export type ListedStatus = Extract<ComparisonStatus, 'errored' | 'declined' | 'removed' | 'new' | 'improved'>

interface StatusStyle {
  mark: string
  title: string
  paint: Paint
  limit: number
  /** Behind the case's name. */
  metric: (compared: MetricComparison) => string
  /** Below it. */
  why?: (compared: CaseComparison) => string
}

/** The cases with one status, a line each and capped. */
export function statusList(
  status: ListedStatus,
  cases: readonly CaseComparison[],
  palette: Palette,
  columns: number,
): string[] {
  const style = styleOf(status, palette)
  const listed = cases.filter((compared) => compared.status === status || metricsOf(compared, status).length > 0)
  if (listed.length === 0) return []
  const more = listed.length - style.limit
  return [
    ...wrapBehind(` ${style.mark} `, `${formatCount(listed.length)} ${style.title}`, columns).map(style.paint),
    ...listed.slice(0, style.limit).flatMap((compared) => {
      const metrics = metricsOf(compared, status).map((metric) =>
        `${oneLine(metric.metric)} ${style.metric(metric)}`.trim(),
      )
      const why = oneLine(style.why?.(compared) ?? '')
      return [
        ...nameAndScores(caseLabel(compared), metrics.join(', '), columns),
        ...wrapText(why, columns - 7, 2).map((line) => `       ${line}`),
      ]
    }),
    ...(more > 0 ? [palette.dim(`     … and ${formatCount(more)} more`)] : []),
  ]
}

function metricsOf(compared: CaseComparison, status: ListedStatus): MetricComparison[] {
  return compared.metrics.filter((metric) => metric.status === status)
}

function nameAndScores(name: string, scores: string, columns: number): string[] {
  const line = `     ${name}  ${scores}`.trimEnd()
  if (displayWidth(line) <= columns) return [line]
  return [truncate(`     ${name}`, columns), ...(scores === '' ? [] : [truncate(`       ${scores}`, columns)])]
}

function styleOf(status: ListedStatus, palette: Palette): StatusStyle {
  const ranAgainst = (compared: MetricComparison) => metricChange({ ...compared, after: null, change: null })
  const styles: Record<ListedStatus, StatusStyle> = {
    errored: {
      mark: '!',
      title: 'errored: in the baseline, and failed before they could be scored',
      paint: palette.red,
      limit: 10,
      metric: () => '',
      why: (compared) => compared.errors[0] ?? '',
    },
    declined: {
      mark: '?',
      title: 'declined: in the baseline, and not judged now',
      paint: palette.yellow,
      limit: 10,
      metric: ranAgainst,
      why: (compared) => metricsOf(compared, 'declined')[0]?.rationaleAfter ?? '',
    },
    removed: {
      mark: '-',
      title: 'removed: in the baseline, and gone from the tests',
      paint: palette.yellow,
      limit: 10,
      metric: () => '',
    },
    new: {
      mark: '+',
      title: 'new: not in the baseline before this run',
      paint: palette.cyan,
      limit: 5,
      metric: (compared) => formatScore(compared, compared.after),
    },
    improved: { mark: '↑', title: 'improved', paint: palette.green, limit: 5, metric: metricChange },
  }
  return styles[status]
}
