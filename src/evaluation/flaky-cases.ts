import { proportionInterval } from '../statistics/proportion-interval.js'
import type { CaseOutcome } from './case-outcome.js'

export interface FlakyCase {
  project: string
  file: string
  key: string
  suite: string
  /** Trials that passed, and those that passed or failed. */
  passed: number
  trials: number
  /** `passed` of `trials`, strictly between 0 and 1. */
  rate: number
  /** Wilson's 95 % interval of the rate. */
  lower: number
  upper: number
  /** Runs with such a trial. */
  runs: number
  /**
   * Where every trial before some run came out one way, and every trial from it on the other: rather repaired, or broken, than flaky.
   * `null` where trials went to and fro, or differ within one run.
   */
  turned: 'passes since' | 'fails since' | null
  /** The run in which it turned. */
  since: string | null
}

interface Found extends Pick<FlakyCase, 'project' | 'file' | 'key' | 'suite'> {
  /** By run, the oldest first. */
  runs: { id: string; passed: number; trials: number }[]
}

/**
 * The cases of which some trials passed and some failed, over all the runs that are given; the lowest pass rate first, of equal ones that
 * with more trials. Trials that were not judged, or ended in an error of assistant or judge, count for neither. Linear.
 *
 * @param runs the newest first
 */
export function flakyCases(runs: readonly { id: string; outcomes: readonly CaseOutcome[] }[]): FlakyCase[] {
  const found = new Map<string, Found>()
  for (const { id, outcomes } of runs.toReversed()) {
    for (const { project, file, key, suite, trials } of outcomes) {
      const judged = trials.filter((trial) => trial !== null)
      if (judged.length === 0) continue
      const place = [project, file, key].join('\0')
      const known = found.get(place) ?? { project, file, key, suite, runs: [] }
      known.suite = suite
      known.runs.push({ id, passed: judged.filter(Boolean).length, trials: judged.length })
      found.set(place, known)
    }
  }
  return [...found.values()]
    .flatMap((one) => flakyCase(one) ?? [])
    .sort((a, b) => a.rate - b.rate || b.trials - a.trials || byPlace(a, b))
}

function flakyCase({ runs, ...place }: Found): FlakyCase | null {
  const passed = runs.reduce((sum, run) => sum + run.passed, 0)
  const trials = runs.reduce((sum, run) => sum + run.trials, 0)
  if (passed === 0 || passed === trials) return null
  const interval = proportionInterval({ successes: passed, trials })
  return { ...place, passed, trials, rate: passed / trials, ...interval, runs: runs.length, ...turnOf(runs) }
}

function turnOf(runs: Found['runs']): Pick<FlakyCase, 'turned' | 'since'> {
  const outcomes = runs.map(({ passed, trials }) => (passed === trials ? 1 : passed === 0 ? 0 : null))
  const turns = outcomes.flatMap((outcome, index) => (index > 0 && outcome !== outcomes[index - 1] ? [index] : []))
  const [turn, another] = turns
  if (turn === undefined || another !== undefined || outcomes.includes(null)) return { turned: null, since: null }
  return { turned: outcomes[turn] === 1 ? 'passes since' : 'fails since', since: runs[turn]?.id ?? null }
}

/** By code unit, so that the order is the same on every machine. */
function byPlace(a: FlakyCase, b: FlakyCase): number {
  const [left, right] = [a, b].map(({ project, file, key }) => [project, file, key].join('\0'))
  return (left ?? '') < (right ?? '') ? -1 : 1
}
