import type { AcceptanceRecord } from '../../evaluation/record-schema.js'
import { formatMilliseconds } from '../format-number.js'
import { oneLine } from '../one-line.js'
import type { Palette } from './palette.js'
import { wrapItems } from './wrap-items.js'

const labels: Record<string, string> = {
  passRate: 'pass rate',
  meanIntent: 'mean intent',
  meanEntities: 'mean entities',
  meanQuality: 'mean quality',
  p95Ms: 'p95',
}

/** What a suite's acceptance test asked for, and what it found; in the units of the criteria, as the user wrote them. */
export function acceptanceLines(record: AcceptanceRecord | undefined, palette: Palette, columns: number): string[] {
  if (record === undefined) return []
  const criteria = record.criteria.map(({ name, expected, actual, lower, passed }) => {
    const isTime = name.endsWith('Ms')
    const show = (value: number) => (isTime ? formatMilliseconds(value) : String(Math.round(value * 1000) / 1000))
    const label = Object.hasOwn(labels, name) ? labels[name] : oneLine(name)
    const found = actual === null ? 'n/a' : show(actual)
    const bound = lower === undefined ? '' : ` (lower bound ${lower === null ? 'n/a' : show(lower)})`
    return `${label} ${found}${bound} ${isTime ? '≤' : '≥'} ${show(expected)} ${passed ? '✓' : '✗'}`
  })
  const failed = record.criteria.some((criterion) => !criterion.passed)
  return wrapItems('  acceptance  ', criteria, columns).map(failed ? palette.red : palette.green)
}
