import type {
  CalibratedReply,
  Calibration,
  MetricCalibration,
  ProportionEstimate,
} from '../../calibration/calibration.js'
import { failsKappa } from '../../calibration/fails-kappa.js'
import { formatKappa } from '../format-kappa.js'
import { formatCost, formatCount, missing, plural } from '../format-number.js'
import { oneLine } from '../one-line.js'
import { createPalette, type Palette } from './palette.js'
import { textTable } from './text-table.js'
import { wrapItems } from './wrap-items.js'
import { wrapBehind } from './wrap-text.js'

export interface CalibrationReportInput {
  calibration: Calibration
  /** What is asked of the lower end of kappa; `undefined` where nothing is. */
  minKappa: number | undefined
  colors: boolean
  /** Width of the terminal; below 60 it is taken for 60. */
  columns: number
}

const mostShown = 5
/** Below that the bootstrap makes an interval too narrow. */
const fewLabels = 30

/** What `vitest-judge calibrate` found: kappa beside what people agree on, the confusion table, and where the judge is farthest off. */
export function calibrationReport({ calibration, minKappa, colors, columns }: CalibrationReportInput): string {
  const palette = createPalette(colors)
  const width = Math.max(60, columns)
  const sections = [
    header(calibration, palette, width),
    ...calibration.metrics.map((metric) => metricLines(metric, minKappa, palette, width)),
    disagreementLines(calibration, width),
    reasonLines(
      'not judged',
      calibration.replies.map(({ declined }) => declined),
      palette,
      width,
    ),
    reasonLines(
      'failed',
      calibration.replies.map(({ error }) => error),
      palette,
      width,
    ),
  ]
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.trimEnd()).join('\n'))
    .join('\n\n')
}

function header({ judge, servedModels, usage, replies }: Calibration, palette: Palette, columns: number): string[] {
  const title = ' calibration  '
  const tokens = (usage.inputTokens ?? 0) + (usage.outputTokens ?? 0)
  const served = servedModels.length === 0 ? '' : ` as ${servedModels.join(', ')}`
  const items = [
    oneLine(`${judge}${served}`),
    plural(replies.length, 'labelled reply', 'labelled replies'),
    ...(tokens > 0 ? [`${formatCount(tokens)} tokens`] : []),
    ...(usage.costUsd === undefined ? [] : [formatCost(usage.costUsd)]),
  ]
  const [first = '', ...rest] = wrapItems(title, items, columns)
  return [palette.bold(first.slice(0, title.length)) + first.slice(title.length), ...rest]
}

function metricLines(
  metric: MetricCalibration,
  minKappa: number | undefined,
  palette: Palette,
  columns: number,
): string[] {
  const { kappa, humanKappa, agreement, pass, n, declined, errored, weights, labels, confidence, seed } = metric
  const fails = minKappa !== undefined && failsKappa(metric, minKappa)
  const paint = minKappa === undefined ? palette.bold : fails ? palette.red : palette.green
  const facts = [
    `agreement ${agreement === null ? missing : agreement.toFixed(2)}`,
    ...(pass === undefined ? [] : [`sensitivity ${share(pass.sensitivity)}`, `specificity ${share(pass.specificity)}`]),
    ...(pass === undefined || labels.length === 2 ? [] : [`${pass.from} and better pass`]),
    ...(declined === 0 ? [] : [`${formatCount(declined)} not judged`]),
    ...(errored === 0 ? [] : [plural(errored, 'error')]),
    weights === 'quadratic' ? 'quadratic weights' : 'no weights',
    `${Number((confidence * 100).toFixed(6))} % bootstrap, seed ${seed}`,
  ]
  return [
    ` ${paint(`${metric.metric}  κ ${kappa === null ? missing : formatKappa(kappa.value, kappa)}`)}`,
    ...(humanKappa === null ? [] : [`   two people  κ ${formatKappa(humanKappa.value, humanKappa)}`]),
    ...wrapItems('   ', facts, columns),
    ...(fails ? wrapBehind('   ', shortfall(metric, minKappa), columns).map(palette.red) : []),
    ...(n > 0 && n < fewLabels
      ? wrapBehind(
          '   ',
          `${plural(n, 'label')} are few: the interval is a rough one; 100 and more make it firm`,
          columns,
        ).map(palette.yellow)
      : []),
    ...(n === 0 ? [] : ['', ...confusionLines(metric, columns)]),
  ]
}

function shortfall({ kappa }: MetricCalibration, minKappa: number): string {
  if (kappa?.value == null) return `no kappa can be told from these labels, and ${minKappa} is asked for`
  return `the lower end lies below ${minKappa}, which is asked for`
}

function share(estimate: ProportionEstimate | null): string {
  return estimate === null ? missing : formatKappa(estimate.value, estimate)
}

function confusionLines({ labels, confusion }: MetricCalibration, columns: number): string[] {
  const { header, rows } = textTable(
    { header: 'people \\ judge', cells: [...labels] },
    labels.map((label, column) => ({
      header: label,
      cells: confusion.map((row) => ({ text: formatCount(row[column] ?? 0) })),
      rank: 0,
    })),
    columns - 3,
  )
  return [header, ...rows.flat()].map((line) => `   ${line}`)
}

/** Replies that the judge is farthest off on, by steps of the scale; the first few. */
function disagreementLines({ metrics, replies }: Calibration, columns: number): string[] {
  const scales = new Map(metrics.map(({ metric, labels }) => [metric, labels]))
  const apart = replies
    .map((reply, index) => ({ reply, index, steps: stepsApart(reply, scales.get(reply.metric) ?? []) }))
    .filter(({ steps }) => steps > 0)
    .sort((a, b) => b.steps - a.steps || a.index - b.index)
  if (apart.length === 0) return []
  return [
    ` farthest apart, of ${plural(apart.length, 'disagreement')}`,
    ...apart.slice(0, mostShown).flatMap(({ reply: { id, metric, label, judged, rationale }, index }) => {
      const name = oneLine(id === undefined ? `row ${index + 1}` : String(id))
      return wrapBehind(
        `   ${name}  `,
        `${metric}: people ${label}, judge ${judged ?? missing}. ${oneLine(rationale)}`,
        columns,
        3,
      )
    }),
  ]
}

function stepsApart({ label, judged }: CalibratedReply, labels: readonly string[]): number {
  return judged === null ? 0 : Math.abs(labels.indexOf(label) - labels.indexOf(judged))
}

function reasonLines(
  what: string,
  reasons: readonly (string | undefined)[],
  palette: Palette,
  columns: number,
): string[] {
  const counts = new Map<string, number>()
  for (const reason of reasons) if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  const sorted = [...counts].sort(([, a], [, b]) => b - a)
  return sorted
    .slice(0, mostShown)
    .flatMap(([reason, count]) => wrapBehind(` ! ${count}× ${what}: `, oneLine(reason), columns, 4).map(palette.yellow))
}
