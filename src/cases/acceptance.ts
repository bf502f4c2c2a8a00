import type { AcceptanceRecord } from '../evaluation/record-schema.js'
import { meanAndVariance } from '../statistics/mean-and-variance.js'
import { proportionInterval } from '../statistics/proportion-interval.js'
import { quantile } from '../statistics/quantile.js'
import { tInterval } from '../statistics/t-interval.js'

/** A value to reach, or to be sure of reaching: then the lower end of the value's 95 % interval must reach it. */
export type AtLeast = number | { atLeast: number; by: 'value' | 'lower-bound' }

/** What a whole suite must reach. With it, a missed score is recorded and shown, and only the suite's last test decides. */
export interface Acceptance {
  /** Share of the judged cases that pass, 0..1. */
  passRate?: AtLeast
  /** Mean intent score, 0..1. */
  meanIntent?: AtLeast
  /** Mean share of entities found, 0..1. */
  meanEntities?: AtLeast
  /** Mean quality on the 1–5 scale. */
  meanQuality?: AtLeast
  /** 95th percentile of the reply times, in milliseconds, at most. */
  p95Ms?: number
}

/** One case of a suite, as acceptance counts it. */
export interface CaseResult {
  verdict: 'passed' | 'failed' | 'errored' | 'not judged'
  /** Values that were judged, 0..1, by metric. */
  scores: { metric: string; value: number }[]
  durationsMs: number[]
}

type Criterion = AcceptanceRecord['criteria'][number]

/** A figure of the suite, and the lower end of its interval where it has one. */
interface Measured {
  value: number | null
  lower: number | null
}

/** Means are over cases, of each case's mean: a case with many trials counts no more than another. `null`: nothing was judged. */
const MEASURES: Record<keyof Acceptance, (results: CaseResult[]) => Measured> = {
  passRate: (results) => {
    const judged = results.filter(({ verdict }) => verdict !== 'not judged')
    const passed = judged.filter(({ verdict }) => verdict === 'passed').length
    if (judged.length === 0) return { value: null, lower: null }
    const { lower } = proportionInterval({ successes: passed, trials: judged.length })
    return { value: passed / judged.length, lower }
  },
  meanIntent: (results) => meanOfCases(results, 'intent'),
  meanEntities: (results) => meanOfCases(results, 'entities'),
  meanQuality: (results) => {
    const { value, lower } = meanOfCases(results, 'quality')
    return { value: onQualityScale(value), lower: onQualityScale(lower) }
  },
  p95Ms: (results) => {
    const durations = results.flatMap(({ durationsMs }) => durationsMs)
    return { value: durations.length === 0 ? null : quantile({ values: durations, q: 0.95 }).value, lower: null }
  },
}

/** Guards a mean such as 0.8999999999999999 against missing 0.9. */
const ROUNDING = 1e-9

/** Holds a suite's results against what it must reach. A criterion for which nothing was judged has not been met. */
export function applyAcceptance(acceptance: Acceptance, results: CaseResult[]): Criterion[] {
  return (Object.entries(acceptance) as [keyof Acceptance, AtLeast | undefined][]).flatMap(([name, wanted]) => {
    if (wanted === undefined) return []
    const { atLeast: expected, by } = typeof wanted === 'number' ? { atLeast: wanted, by: 'value' as const } : wanted
    const { value: actual, lower } = MEASURES[name](results)
    if (by === 'lower-bound') {
      return [{ name, expected, actual, lower, passed: lower !== null && lower >= expected - ROUNDING }]
    }
    const passed = actual !== null && (name === 'p95Ms' ? actual <= expected + ROUNDING : actual >= expected - ROUNDING)
    return [{ name, expected, actual, passed }]
  })
}

export const ACCEPTANCE_CRITERIA = Object.keys(MEASURES) as (keyof Acceptance)[]

export function acceptanceMessage(suite: string, criteria: Criterion[]): string {
  const lines = criteria.map(({ name, expected, actual, lower, passed }) => {
    const bound = name === 'p95Ms' ? 'at most' : 'at least'
    const found = actual === null ? 'n/a (nothing was judged)' : shown(actual, expected)
    if (lower === undefined) return `${passed ? '✓' : '✗'} ${name}: expected ${bound} ${expected}, got ${found}`
    const end = lower === null ? 'n/a (one case has no interval)' : shown(lower, expected)
    return `${passed ? '✓' : '✗'} ${name}: expected at least ${expected} by the lower bound, got ${found} with ${end}`
  })
  return [`${suite}: not accepted`, '', ...lines, '', 'The cases that missed are in the report below.'].join('\n')
}

/** The cases are a sample of those that users will ask: the interval is that of their means, by Student's t. */
function meanOfCases(results: CaseResult[], metric: string): Measured {
  const means = results.flatMap(({ scores }) => {
    const values = scores.filter((score) => score.metric === metric).map(({ value }) => value)
    return values.length === 0 ? [] : [mean(values)]
  })
  if (means.length === 0) return { value: null, lower: null }
  const value = mean(means)
  if (means.length === 1) return { value, lower: null }
  const standardError = Math.sqrt(meanAndVariance({ values: means }).variance / means.length)
  const { lower } = tInterval({
    estimate: value,
    standardError,
    degreesOfFreedom: means.length - 1,
    confidence: 0.95,
    alternative: 'two-sided',
  })
  return { value, lower: Math.max(0, lower) }
}

function onQualityScale(unit: number | null): number | null {
  return unit === null ? null : 1 + 4 * unit
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Rounded, but where that would hide the miss. */
function shown(actual: number, expected: number): number {
  const rounded = Math.round(actual * 1000) / 1000
  return rounded === expected ? actual : rounded
}
