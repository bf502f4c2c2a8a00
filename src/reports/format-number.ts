import type { ScoreUnit } from '../evaluation/score-unit.js'

/** What stands for a number that is not there: never 0. */
export const missing = '–'

const formatters: Record<ScoreUnit, (value: number) => string> = {
  unit: (value) => value.toFixed(2),
  ms: formatMilliseconds,
  usd: formatCost,
  tokens: formatCount,
  number: formatNumber,
}

/** A score on the scale that people read: quality as 1..5, other unit scores with two decimals, the rest with their unit. */
export function formatScore({ metric, unit }: ScoredMetric, value: number | null | undefined): string {
  if (value === null || value === undefined) return missing
  return isQuality(metric) ? (1 + 4 * value).toFixed(1) : formatters[unit](value)
}

/** `formatScore`, saying for quality what the scale ends with: `4.4 of 5`. */
export function formatScoreWithScale(scored: ScoredMetric, value: number | null | undefined): string {
  const text = formatScore(scored, value)
  return text !== missing && scored.unit === 'unit' && isQuality(scored.metric) ? `${text} of 5` : text
}

/** A difference of two scores on the same scale as the scores, with its sign: `−0.81`. */
export function formatChange({ metric, unit }: ScoredMetric, change: number | null): string {
  if (change === null) return missing
  const size = Math.abs(change)
  const text = isQuality(metric) ? (4 * size).toFixed(1) : formatters[unit](size)
  if (/^[0.]+$/.test(text)) return text
  return `${change < 0 ? '−' : '+'}${text}`
}

export function formatMilliseconds(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return missing
  if (milliseconds > 0 && milliseconds < 1) return '<1 ms'
  if (Math.round(milliseconds) < 1000) return `${Math.round(milliseconds)} ms`
  return `${(milliseconds / 1000).toFixed(milliseconds < 99_950 ? 1 : 0)} s`
}

/** A number on a scale that only the user knows: whole above a thousand, else four digits. */
export function formatNumber(value: number): string {
  const size = Math.abs(value)
  // Where digits would not do, `1e+21` and `1e-9`.
  if (size >= 1e15 || (size > 0 && size < 1e-6)) return String(Number(value.toPrecision(4)))
  const text = size >= 1000 ? formatCount(Math.round(size)) : String(Number(size.toPrecision(4)))
  return value < 0 ? `−${text}` : text
}

/** `12,345`, the same on every machine. */
export function formatCount(count: number | undefined): string {
  // Not by locale, whose data takes 18 ms to load.
  return count === undefined ? missing : String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** US dollars: cents from a dollar up, four decimals below, so that a cheap judge does not look free. */
export function formatCost(usd: number | undefined): string {
  if (usd === undefined) return missing
  if (usd > 0 && usd < 0.0001) return '<$0.0001'
  return `$${usd.toFixed(usd === 0 || usd >= 1 ? 2 : 4)}`
}

/** Rounded down, so that 100 % means all. */
export function formatShare(share: number): string {
  return `${Math.floor(share * 1000 + 1e-9) / 10} %`
}

export function plural(count: number, singular: string, several = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : several}`
}

export interface ScoredMetric {
  /** Name or key: `quality`, `quality#2`, `quality:tone`. */
  metric: string
  unit: ScoreUnit
}

function isQuality(metric: string): boolean {
  return /^quality(?:[#:]|$)/.test(metric)
}
