import type { AcceptanceRecord } from '../evaluation/record-schema.js'
import { quantile } from '../statistics/quantile.js'

/** What a whole suite must reach. With it, a missed score is recorded and shown, and only the suite's last test decides. */
export interface Acceptance {
  /** Share of the judged cases that pass, 0..1. */
  passRate?: number
  /** Mean intent score, 0..1. */
  meanIntent?: number
  /** Mean share of entities found, 0..1. */
  meanEntities?: number
  /** Mean quality on the 1–5 scale. */
  meanQuality?: number
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

/** Means are over cases, of each case's mean: a case with many trials counts no more than another. `null`: nothing was judged. */
const MEASURES: Record<keyof Acceptance, (results: CaseResult[]) => number | null> = {
  passRate: (results) =>
    mean(
      results.filter(({ verdict }) => verdict !== 'not judged').map(({ verdict }) => (verdict === 'passed' ? 1 : 0)),
    ),
  meanIntent: (results) => meanOfCases(results, 'intent'),
  meanEntities: (results) => meanOfCases(results, 'entities'),
  meanQuality: (results) => {
    const unit = meanOfCases(results, 'quality')
    return unit === null ? null : 1 + 4 * unit
  },
  p95Ms: (results) => {
    const durations = results.flatMap(({ durationsMs }) => durationsMs)
    return durations.length === 0 ? null : quantile({ values: durations, q: 0.95 }).value
  },
}

/** Guards a mean such as 0.8999999999999999 against missing 0.9. */
const ROUNDING = 1e-9

/** Holds a suite's results against what it must reach. A criterion for which nothing was judged has not been met. */
export function applyAcceptance(acceptance: Acceptance, results: CaseResult[]): Criterion[] {
  return (Object.entries(acceptance) as [keyof Acceptance, number | undefined][]).flatMap(([name, expected]) => {
    if (expected === undefined) return []
    const actual = MEASURES[name](results)
    const passed = actual !== null && (name === 'p95Ms' ? actual <= expected + ROUNDING : actual >= expected - ROUNDING)
    return [{ name, expected, actual, passed }]
  })
}

export const ACCEPTANCE_CRITERIA = Object.keys(MEASURES) as (keyof Acceptance)[]

export function acceptanceMessage(suite: string, criteria: Criterion[]): string {
  const lines = criteria.map(({ name, expected, actual, passed }) => {
    const bound = name === 'p95Ms' ? 'at most' : 'at least'
    return `${passed ? '✓' : '✗'} ${name}: expected ${bound} ${expected}, got ${actual === null ? 'n/a (nothing was judged)' : shown(actual, expected)}`
  })
  return [`${suite}: not accepted`, '', ...lines, '', 'The cases that missed are in the report below.'].join('\n')
}

function meanOfCases(results: CaseResult[], metric: string): number | null {
  return mean(
    results.flatMap(
      ({ scores }) => mean(scores.filter((score) => score.metric === metric).map(({ value }) => value)) ?? [],
    ),
  )
}

function mean(values: number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Rounded, but where that would hide the miss. */
function shown(actual: number, expected: number): number {
  const rounded = Math.round(actual * 1000) / 1000
  return rounded === expected ? actual : rounded
}
