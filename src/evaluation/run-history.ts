import { type CaseOutcome, caseVerdict, type CaseVerdict } from './case-outcome.js'
import { metricMeans, type MetricMean } from './metric-means.js'

/** What one run came to. */
export interface RunFigures {
  /** Cases. */
  passed: number
  failed: number
  notJudged: number
  metrics: MetricMean[]
}

export function runFigures(outcomes: readonly CaseOutcome[]): RunFigures {
  const verdicts = outcomes.map(caseVerdict)
  const count = (verdict: CaseVerdict) => verdicts.filter((one) => one === verdict).length
  return {
    passed: count('passed'),
    failed: count('failed'),
    notJudged: count('not judged'),
    metrics: metricMeans(outcomes),
  }
}

/** One case over runs; a key may stand in several test files. */
export interface CaseHistory<Run> extends Pick<CaseOutcome, 'project' | 'file' | 'key'> {
  /** The newest first; runs without the case are left out. */
  runs: { run: Run; outcome: CaseOutcome }[]
}

/** @param runs the newest first, with the outcomes of one key */
export function caseHistories<Run>(
  runs: readonly { run: Run; outcomes: readonly CaseOutcome[] }[],
): CaseHistory<Run>[] {
  const places = new Map<string, CaseHistory<Run>>()
  for (const { run, outcomes } of runs) {
    for (const outcome of outcomes) {
      const { project, file, key } = outcome
      const place = `${project}\0${file}\0${key}`
      const known = places.get(place) ?? { project, file, key, runs: [] }
      known.runs.push({ run, outcome })
      places.set(place, known)
    }
  }
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, history]) => history)
}
