import type { JudgeAgreement } from '../../evaluation/judge-agreement.js'
import type { UsageRecord } from '../../evaluation/record-schema.js'
import type { JudgeSummary, RunSummary } from '../../evaluation/run-summary.js'
import { formatKappa } from '../format-kappa.js'
import { formatCost, formatCount, plural } from '../format-number.js'
import { oneLine } from '../one-line.js'
import type { Palette } from './palette.js'
import { passRateNotes, runPassRateLines } from './pass-rate-lines.js'
import { wrapItems } from './wrap-items.js'
import { wrapBehind } from './wrap-text.js'

/**
 * Who judged, how far that agrees with people, at what cost, what the assistant itself cost, what stood in for the judge that was
 * chosen, and the pass rates without the judge's known errors.
 */
export function reportHeader(
  { judges, judgeUsage, assistantUsage, unpricedModels, suites, passRates }: HeaderSummary,
  palette: Palette,
  columns: number,
  agreements: readonly JudgeAgreement[] = [],
): string[] {
  const title = ' vitest-judge  '
  const known = [
    judges.length === 0
      ? 'no judge was asked'
      : `judged by ${judges.map((judge) => nameOf(judge, judges, agreements)).join(', ')}`,
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
    ...runPassRateLines({ suites, passRates }, columns),
    ...passRateNotes(passRates, palette, columns),
    ...[...new Set(standIns)].flatMap((text) => wrapBehind('   stand-in: ', text, columns)).map(palette.yellow),
  ]
}

type HeaderSummary = Pick<
  RunSummary,
  'judges' | 'judgeUsage' | 'assistantUsage' | 'unpricedModels' | 'suites' | 'passRates'
>

function usageItems({ inputTokens = 0, outputTokens = 0, costUsd }: UsageRecord): string[] {
  const tokens = inputTokens + outputTokens
  return [
    ...(tokens > 0 ? [`${formatCount(tokens)} tokens`] : []),
    ...(costUsd === undefined ? [] : [formatCost(costUsd)]),
  ]
}

function nameOf(judge: JudgeSummary, judges: readonly JudgeSummary[], agreements: readonly JudgeAgreement[]): string {
  const { name, servedModel, judgements } = judge
  const served = servedModel === undefined || name.endsWith(`/${servedModel}`) ? '' : ` as ${servedModel}`
  const share = judges.length === 1 && judgements > 0 ? '' : ` (${plural(judgements, 'judgement')})`
  return oneLine(`${name}${served}${agreementOf(judge, agreements)}${share}`)
}

/** ` κ 0.71 (0.62–0.79, n = 200)`, of several metrics with the name of each; empty for a judge as it was never calibrated. */
function agreementOf({ name, fingerprint }: JudgeSummary, agreements: readonly JudgeAgreement[]): string {
  const own = agreements.filter(
    (known) => known.name === name && known.fingerprint === fingerprint && known.state === 'calibrated',
  )
  if (own.length === 0) return ''
  const [only] = own
  if (own.length === 1 && only !== undefined) return ` κ ${formatKappa(only.kappa, only)}`
  return ` κ ${own.map((known) => `${known.metric} ${formatKappa(known.kappa, known)}`).join(', ')}`
}
