import type { UsageRecord } from '../../evaluation/record-schema.js'
import type { JudgeSummary, RunSummary } from '../../evaluation/run-summary.js'
import { formatCost, formatCount, plural } from '../format-number.js'
import { oneLine } from '../one-line.js'
import type { Palette } from './palette.js'
import { wrapItems } from './wrap-items.js'
import { wrapBehind } from './wrap-text.js'

/** Who judged, at what cost, what the assistant itself cost, and what stood in for the judge that was chosen. */
export function reportHeader(
  { judges, judgeUsage, assistantUsage, unpricedModels }: HeaderSummary,
  palette: Palette,
  columns: number,
): string[] {
  const title = ' vitest-judge  '
  const known = [
    judges.length === 0 ? 'no judge was asked' : `judged by ${judges.map((judge) => nameOf(judge, judges)).join(', ')}`,
    ...usageItems(judgeUsage),
  ]
  const assistant = usageItems(assistantUsage)
  const [first = '', ...rest] = wrapItems(title, known, columns)
  const standIns = judges.flatMap(({ name, standIn }) =>
    standIn === undefined ? [] : [`${oneLine(name)} stood in for the chosen judge: ${oneLine(standIn)}`],
  )
  return [
    palette.bold(first.slice(0, title.length)) + first.slice(title.length),
    ...rest,
    ...(assistant.length > 0 ? wrapItems('   assistant: ', assistant, columns) : []),
    ...(unpricedModels.length > 0
      ? wrapBehind('   prices unknown for: ', oneLine(unpricedModels.join(', ')), columns, 2).map(palette.dim)
      : []),
    ...[...new Set(standIns)].flatMap((text) => wrapBehind('   stand-in: ', text, columns)).map(palette.yellow),
  ]
}

type HeaderSummary = Pick<RunSummary, 'judges' | 'judgeUsage' | 'assistantUsage' | 'unpricedModels'>

function usageItems({ inputTokens = 0, outputTokens = 0, costUsd }: UsageRecord): string[] {
  const tokens = inputTokens + outputTokens
  return [
    ...(tokens > 0 ? [`${formatCount(tokens)} tokens`] : []),
    ...(costUsd === undefined ? [] : [formatCost(costUsd)]),
  ]
}

function nameOf({ name, servedModel, judgements }: JudgeSummary, judges: readonly JudgeSummary[]): string {
  const served = servedModel === undefined || name.endsWith(`/${servedModel}`) ? '' : ` as ${servedModel}`
  const share = judges.length === 1 && judgements > 0 ? '' : ` (${plural(judgements, 'judgement')})`
  return oneLine(`${name}${served}${share}`)
}
