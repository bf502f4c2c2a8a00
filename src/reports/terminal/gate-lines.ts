import type { Comparison } from '../../baseline/comparison.js'
import { caseLabel } from './case-label.js'
import { figure, shownChange, signedFigure } from '../../baseline/gate/shown-change.js'
import type { MetricVerdict } from '../../baseline/gate/judge-family.js'
import type { SuiteVerdict } from '../../baseline/gate/judge-suite.js'
import { formatCount, missing, plural } from '../format-number.js'
import { oneLine } from '../one-line.js'
import { displayWidth } from './display-width.js'
import { padEnd, truncate } from './fit-text.js'
import type { Paint, Palette } from './palette.js'
import { wrapItems } from './wrap-items.js'
import { wrapBehind } from './wrap-text.js'

const maxSuites = 10
const maxBroken = 10
const widestName = 24

type DeclinedTwice = Comparison['declinedTwice']

/** What the verdict rests on: a line a metric whose mean was held against the baseline, with the smallest drop that it would have shown. */
export function gateLines(
  suites: readonly SuiteVerdict[],
  declinedTwice: DeclinedTwice,
  palette: Palette,
  columns: number,
): string[] {
  const shown = suites
    .filter(({ metrics, broken }) => metrics.length + broken.length > 0)
    .toSorted((a, b) => concern(b) - concern(a))
  const more = shown.length - maxSuites
  return [
    ...shown.slice(0, maxSuites).flatMap((suite) => suiteLines(suite, declinedTwice, palette, columns)),
    ...(more > 0 ? [palette.dim(`   … and ${plural(more, 'more file')}`)] : []),
  ]
}

function concern({ verdict, broken }: SuiteVerdict): number {
  const order = { regressed: 3, inconclusive: 1, pass: 0 }
  return Math.max(verdict === null ? 0 : order[verdict], broken.some(({ fatal }) => fatal) ? 2 : 0)
}

function suiteLines(suite: SuiteVerdict, declinedTwice: DeclinedTwice, palette: Palette, columns: number): string[] {
  const { project, file, metrics, missingTrials } = suite
  const excluded = declinedTwice.find((one) => one.project === project && one.file === file)?.cases ?? 0
  const facts = [
    oneLine(project === '' ? file : `[${project}] ${file}`),
    ...(excluded > 0 ? [`${plural(excluded, 'case')} left out, not judged in the baseline either`] : []),
    ...(missingTrials > 0
      ? [`${plural(missingTrials, 'trial')} not judged, taken for the worst and for the best`]
      : []),
  ]
  const width = Math.min(widestName, Math.max(...metrics.map(({ metric }) => displayWidth(oneLine(metric)))))
  return [
    ...wrapItems('   ', facts, columns),
    ...metrics.flatMap((metric) => metricLines(metric, width, palette, columns)),
    ...brokenLines(suite, palette, columns),
  ]
}

function metricLines(metric: MetricVerdict, width: number, palette: Palette, columns: number): string[] {
  const { verdict, cases, trials } = metric
  const prefix = `     ${markOf(metric)} ${padEnd(truncate(oneLine(metric.metric), width), width)}  `
  const items = [
    changeText(metric),
    ...(verdict === 'regressed' ? [`p ${pText(metric.pValue)}`] : []),
    `${plural(cases, 'case')} × ${trialsText(trials)}`,
    metric.detectableDrop === null
      ? 'no change would have shown'
      : `${metric.betterLower ? 'a rise' : 'a drop'} of ${figure(metric.detectableDrop, metric)} would have shown`,
  ]
  const paint = paintOf(metric, palette)
  return wrapItems(prefix, items, columns).map((line) => paint(line))
}

function markOf({ verdict }: MetricVerdict): string {
  return { pass: '✓', regressed: '✗', inconclusive: '?' }[verdict]
}

function paintOf({ verdict }: MetricVerdict, palette: Palette): Paint {
  return {
    pass: (text: string | number | null | undefined) => String(text),
    regressed: palette.red,
    inconclusive: palette.yellow,
  }[verdict]
}

function changeText(metric: MetricVerdict): string {
  const change = shownChange(metric)
  if (change === null) return missing
  const interval = change.isKnown
    ? ` (${signedFigure(change.lower, metric)} to ${signedFigure(change.upper, metric)})`
    : ''
  return `${signedFigure(change.change, metric)}${interval}${metric.betterLower ? ', less is better' : ''}`
}

function trialsText({ least, most }: MetricVerdict['trials']): string {
  return least === most ? plural(most, 'trial') : `${formatCount(least)}–${formatCount(most)} trials`
}

function pText(pValue: number): string {
  return pValue < 0.0001 ? '< 0.0001' : `= ${pValue.toFixed(4)}`
}

function brokenLines({ project, file, broken }: SuiteVerdict, palette: Palette, columns: number): string[] {
  const sorted = broken.toSorted((a, b) => Number(b.fatal) - Number(a.fatal))
  const more = broken.length - maxBroken
  return [
    ...sorted.slice(0, maxBroken).flatMap(({ key, trials, priority, fatal }) => {
      const first = priority === undefined ? '' : `, priority ${priority}`
      const now = trials === 1 ? 'passed, and fails now' : 'passed in every trial, fails in every trial'
      const text = `${caseLabel({ project, file, key })}: ${now} (${plural(trials, 'trial')}${first})`
      return wrapBehind('     broken  ', text, columns, 2).map(fatal ? palette.red : palette.yellow)
    }),
    ...(more > 0 ? [palette.dim(`     … and ${plural(more, 'more broken case')}`)] : []),
  ]
}
