import type { Sample } from '../sample.js'
import type { GatedMetric, Imputation, PairedScore } from './gated-metric.js'

/** What the trials of a case say of how far its mean is to be trusted. */
export interface Spread {
  /** Sample variance of a trial; 0 below two. */
  variance: number
  n: number
}

/** One case of a metric. */
export interface CasePair {
  /** Mean after − mean before, turned so that more is better. */
  gain: number
  /** Mean before, turned likewise. */
  level: number
  margin: number
  before: Spread
  after: Spread
}

/** The cases of a metric that have a value on both sides, once what is missing has been filled in. */
export function pairCases({ cases }: Pick<GatedMetric, 'cases'>, imputation: Imputation): CasePair[] {
  const ends = imputation === 'none' ? { worst: 0, best: 0 } : seenEnds(cases)
  return cases.flatMap((scores) => {
    const filled = scores.map((score) => ({ ...score, after: fillIn(score, imputation, ends) }))
    const known = filled.filter(({ before, after }) => before.n > 0 && after.n > 0)
    const [only] = known
    if (only === undefined) return []
    return known.length === 1 ? pairOf(only) : joinedPair(known.map(pairOf))
  })
}

/** Trials that are missing now and, by their share, were not in the baseline. */
export function newlyMissing({ before, after }: PairedScore): number {
  const asked = before.n + before.missing
  const expected = asked === 0 ? 0 : Math.round((before.missing / asked) * (after.n + after.missing))
  return Math.max(0, after.missing - expected)
}

function pairOf({ before, after, margin }: PairedScore): CasePair {
  return { gain: after.mean - before.mean, level: before.mean, margin, before, after }
}

/** Several scores of one reply vary together, so their mean is trusted no more than if they did so entirely. */
function joinedPair(pairs: CasePair[]): CasePair {
  const meanOf = (valueOf: (pair: CasePair) => number) =>
    pairs.reduce((sum, pair) => sum + valueOf(pair), 0) / pairs.length
  const spreadOf = (sideOf: (pair: CasePair) => Spread): Spread => {
    const n = Math.min(...pairs.map((pair) => sideOf(pair).n))
    const error = meanOf((pair) => Math.sqrt(sideOf(pair).variance / sideOf(pair).n))
    return { n, variance: n < 2 ? 0 : error ** 2 * n }
  }
  return {
    gain: meanOf(({ gain }) => gain),
    level: meanOf(({ level }) => level),
    margin: meanOf(({ margin }) => margin),
    before: spreadOf(({ before }) => before),
    after: spreadOf(({ after }) => after),
  }
}

interface Ends {
  worst: number
  best: number
}

function fillIn(score: PairedScore, imputation: Imputation, ends: Ends): Sample {
  const count = imputation === 'none' ? 0 : newlyMissing(score)
  if (imputation === 'none' || count === 0) return score.after
  return withTrials(score.after, count, score[imputation] ?? ends[imputation])
}

/** The sample with so many trials more of one value. */
function withTrials({ n, mean, variance, missing }: Sample, count: number, value: number): Sample {
  const all = n + count
  const squares = Math.max(0, n - 1) * variance + ((n * count) / all) * (value - mean) ** 2
  return {
    n: all,
    mean: (n * mean + count * value) / all,
    variance: all > 1 ? squares / (all - 1) : 0,
    missing: missing - count,
  }
}

/** On a scale without ends, the lowest and the highest mean that was seen. */
function seenEnds(cases: readonly PairedScore[][]): Ends {
  let [worst, best] = [Infinity, -Infinity]
  for (const scores of cases) {
    for (const { before, after } of scores) {
      for (const { n, mean } of [before, after]) {
        if (n === 0) continue
        worst = Math.min(worst, mean)
        best = Math.max(best, mean)
      }
    }
  }
  return { worst, best }
}
