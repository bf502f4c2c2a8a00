import type { Comparison, ComparisonStatus } from '../../baseline/comparison.js'
import type { GateVerdict } from '../../baseline/gate.js'
import { formatCount, formatShare } from '../format-number.js'
import { oneLine } from '../one-line.js'
import type { Paint, Palette } from './palette.js'
import type { BaselineChange } from './baseline-changes.js'
import { gateLines } from './gate-lines.js'
import { wrapItems } from './wrap-items.js'
import { wrapBehind } from './wrap-text.js'

export interface VerdictInput {
  comparison: Comparison
  verdict: GateVerdict
  judgedShare: { required: number; actual: number | null }
  changes: readonly BaselineChange[]
  /** The command that accepts what is reported; `vitest run -u` unless told otherwise. */
  acceptWith?: string
}

const order: ComparisonStatus[] = [
  'stable',
  'improved',
  'degraded',
  'incomparable',
  'errored',
  'declined',
  'new',
  'removed',
]

/** The last lines: how the scores compare, what decided, and what to do next. */
export function verdictLines(input: VerdictInput, palette: Palette, columns: number): string[] {
  const { counts } = input.comparison
  const known = order.filter((status) => counts[status] > 0).map((status) => `${formatCount(counts[status])} ${status}`)
  const { label, paint } = headline(input, palette)
  return [
    ...(known.length > 0 ? wrapItems(' scores  ', known, columns) : []),
    ...judgedShareLines(input.judgedShare, palette, columns),
    ...labelled(label, oneLine(input.verdict.reason), paint, columns),
    ...gateLines(input.verdict.suites, input.comparison.declinedTwice, palette, columns),
    ...nextStep(input).map((step) => `   ${step}`),
  ]
}

function headline({ verdict, comparison }: VerdictInput, palette: Palette): { label: string; paint: Paint } {
  const { stable, improved, degraded } = comparison.counts
  switch (verdict.outcome) {
    case 'regressed':
      return { label: 'REGRESSED', paint: palette.red }
    case 'broken':
      return { label: 'BROKEN', paint: palette.red }
    case 'inconclusive':
      return { label: 'INCONCLUSIVE', paint: verdict.failed ? palette.red : palette.yellow }
    case 'untrusted':
      return { label: 'JUDGE NOT TRUSTED', paint: palette.red }
    case 'incomparable':
      return { label: 'INCOMPARABLE', paint: palette.red }
    case 'warned':
      return { label: 'WARNING', paint: palette.yellow }
    case 'pass':
      // Nothing is a pass by accident.
      return stable + improved + degraded > 0
        ? { label: 'NO REGRESSION', paint: palette.green }
        : { label: 'NOTHING COMPARED', paint: palette.yellow }
  }
}

function judgedShareLines(
  { required, actual }: VerdictInput['judgedShare'],
  palette: Palette,
  columns: number,
): string[] {
  if (actual === null || actual >= required) return []
  const found = `${formatShare(actual)} of the judgements gave a score, and requireJudged asks for ${formatShare(required)}`
  const remedy = 'give the judge what it asks for, see above, or lower requireJudged in judge({ … })'
  return [...labelled('NOT JUDGED', found, palette.red, columns), ...wrapBehind('   ', remedy, columns)]
}

function labelled(label: string, text: string, paint: Paint, columns: number): string[] {
  const prefix = ` ${label}  `
  const [first = '', ...rest] = wrapBehind(prefix, text, columns)
  return [paint(first.slice(0, prefix.length)) + first.slice(prefix.length), ...rest]
}

/** Only what is left to do: an update that this run wrote already is none. */
function nextStep({ comparison: { counts }, changes, verdict, acceptWith = 'vitest run -u' }: VerdictInput): string[] {
  if (verdict.outcome === 'untrusted') return ['calibrate the judge with: npx vitest-judge calibrate <labelled.jsonl>']
  const written = (of: 'added' | 'updated' | 'removed') => changes.some((change) => change[of].length > 0)
  // Single scores that fell are no matter where their means did not.
  const isOpen = verdict.failed || counts.incomparable > 0
  if (isOpen && !written('updated')) return [`accept with: ${acceptWith}`]
  if (counts.new > 0 && !written('added')) return [`add to the baseline with: ${acceptWith}`]
  if (counts.removed > 0 && !written('removed')) return [`drop from the baseline with: ${acceptWith}`]
  return []
}
