import type { JudgeSummary, RunSummary } from '../../evaluation/run-summary.js'
import { formatCost, formatCount, plural } from '../format-number.js'
import { oneLine } from '../one-line.js'
import type { Palette } from './palette.js'
import { wrapItems } from './wrap-items.js'
import { wrapBehind } from './wrap-text.js'

/** Who judged, at what cost, and what stood in for the judge that was chosen. */
export function reportHeader(
  { judges, judgeUsage }: Pick<RunSummary, 'judges' | 'judgeUsage'>,
  palette: Palette,
  columns: number,
): string[] {
  const title = ' vitest-judge  '
  const tokens = (judgeUsage.inputTokens ?? 0) + (judgeUsage.outputTokens ?? 0)
  const known = [
    judges.length === 0 ? 'no judge was asked' : `judged by ${judges.map((judge) => nameOf(judge, judges)).join(', ')}`,
    tokens > 0 && `${formatCount(tokens)} tokens`,
    judgeUsage.costUsd !== undefined && formatCost(judgeUsage.costUsd),
  ]
  const [first = '', ...rest] = wrapItems(
    title,
    known.filter((part) => part !== false),
    columns,
  )
  const standIns = judges.flatMap(({ name, standIn }) =>
    standIn === undefined ? [] : [`${oneLine(name)} stood in for the chosen judge: ${oneLine(standIn)}`],
  )
  return [
    palette.bold(first.slice(0, title.length)) + first.slice(title.length),
    ...rest,
    ...[...new Set(standIns)].flatMap((text) => wrapBehind('   stand-in: ', text, columns)).map(palette.yellow),
  ]
}

function nameOf({ name, servedModel, judgements }: JudgeSummary, judges: readonly JudgeSummary[]): string {
  const served = servedModel === undefined || name.endsWith(`/${servedModel}`) ? '' : ` as ${servedModel}`
  const share = judges.length === 1 && judgements > 0 ? '' : ` (${plural(judgements, 'judgement')})`
  return oneLine(`${name}${served}${share}`)
}
