import type { CaseComparison, MetricComparison } from '../../baseline/comparison.js'
import { severity } from '../../baseline/severity.js'
import { plural } from '../format-number.js'
import { oneLine } from '../one-line.js'
import { caseLabel } from './case-label.js'
import { padEnd, truncate } from './fit-text.js'
import { metricChange } from './metric-change.js'
import type { Palette } from './palette.js'
import { wordDiff } from './word-diff.js'
import { wordDiffLines } from './word-diff-lines.js'
import { wrapBehind, wrapText } from './wrap-text.js'

const maxCases = 10
const maxLabelWidth = 20
const maxReasonLines = 3
const maxDiffLines = 8

/** The cases that got worse, the worst first: by how much, why, and what changed in the reply. */
export function regressionList(cases: readonly CaseComparison[], palette: Palette, columns: number): string[] {
  const degraded = cases.filter((compared) => compared.metrics.some(isDegraded)).toSorted((a, b) => worst(b) - worst(a))
  const more = degraded.length - maxCases
  return [
    ...degraded
      .slice(0, maxCases)
      .flatMap((compared, index) => [...(index === 0 ? [] : ['']), ...regression(compared, palette, columns)]),
    ...(more > 0 ? ['', palette.red(` ✗ … and ${plural(more, 'more degraded case')}`)] : []),
  ]
}

function isDegraded({ status }: MetricComparison): boolean {
  return status === 'degraded'
}

/** By somebody who may score the same reply otherwise. */
function isJudged({ unit, judgeAfter }: MetricComparison): boolean {
  return unit === 'unit' && !/^(?:code|recorded)#/.test(judgeAfter ?? '')
}

function worst({ metrics }: CaseComparison): number {
  return Math.max(...metrics.filter(isDegraded).map(severity))
}

function regression(compared: CaseComparison, palette: Palette, columns: number): string[] {
  const metrics = compared.metrics.filter(isDegraded)
  const labelWidth = Math.min(maxLabelWidth, Math.max(6, ...metrics.map(({ metric }) => oneLine(metric).length)))
  const label = (name: string) => `     ${palette.dim(padEnd(truncate(oneLine(name), labelWidth), labelWidth))}  `
  const width = columns - labelWidth - 7
  const field = (name: string, lines: string[]) => lines.map((line, index) => label(index === 0 ? name : '') + line)
  const title = wrapBehind(' ✗ degraded  ', caseLabel(compared), columns, 2)
  const asked = oneLine([compared.input ?? []].flat().join('\n'))
  return [
    ...title.map((line) => palette.red(line)),
    ...metrics.flatMap((metric) => {
      const [why, was] = [oneLine(metric.rationaleAfter ?? ''), oneLine(metric.rationaleBefore ?? '')]
      return [
        ...field(metric.metric, [palette.bold(metricChange(metric))]),
        ...field('why', wrapText(why, width, maxReasonLines)),
        ...field('was', was === why ? [] : wrapText(was, width, maxReasonLines)),
      ]
    }),
    ...field('asked', wrapText(asked, width, maxReasonLines)),
    ...field('reply', replyLines(compared, width, palette)),
  ]
}

function replyLines({ metrics, replyBefore, replyAfter }: CaseComparison, width: number, palette: Palette): string[] {
  if (replyBefore === undefined || replyAfter === undefined) return []
  const [before, after] = [oneLine(replyBefore), oneLine(replyAfter)]
  if (before === after) {
    const rejudged = metrics.some((metric) => isDegraded(metric) && isJudged(metric))
    return [rejudged ? 'unchanged: the judge scored it otherwise' : 'unchanged']
  }
  return wordDiffLines(wordDiff(before, after), width, maxDiffLines, palette)
}
