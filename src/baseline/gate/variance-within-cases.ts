import type { CasePair, Spread } from './pair-cases.js'

/**
 * The variance of the mean change as the trials within cases tell it, Σ s²/n over both sides over the square of the number of cases, and its
 * degrees of freedom. `null` where fewer than half of the cases have two trials on both sides; the others then count with the mean variance
 * of a trial.
 *
 * Degrees of freedom by Satterthwaite with the estimate corrected for its bias, (Σv)² / Σ v²/(ν + 2) − 2, which is exact for one
 * variance: with three trials a side the plain one would be half of what it should. F. E. Satterthwaite, "An Approximate Distribution of
 * Estimates of Variance Components", Biometrics Bulletin 2 (1946).
 */
export function varianceWithinCases(pairs: readonly CasePair[]): { variance: number; degreesOfFreedom: number } | null {
  const repeated = pairs.filter(({ before, after }) => before.n > 1 && after.n > 1)
  if (repeated.length === 0 || repeated.length * 2 < pairs.length) return null
  let [sum, squares, freedom, pooled] = [0, 0, 0, 0]
  for (const { before, after } of repeated) {
    for (const { variance, n } of [before, after]) {
      const own = variance / n
      sum += own
      squares += own ** 2 / (n + 1)
      pooled += variance * (n - 1)
      freedom += n - 1
    }
  }
  const ofTrial = pooled / freedom
  const others = pairs.length === repeated.length ? 0 : sumOfOthers(pairs, ofTrial)
  const degrees = squares === 0 ? freedom : sum ** 2 / squares - 2
  return {
    variance: (sum + others) / pairs.length ** 2,
    degreesOfFreedom: Math.max(1, Math.min(freedom, degrees)),
  }
}

function sumOfOthers(pairs: readonly CasePair[], ofTrial: number): number {
  const shareOf = ({ n }: Spread) => ofTrial / n
  return pairs
    .filter(({ before, after }) => before.n < 2 || after.n < 2)
    .reduce((total, { before, after }) => total + shareOf(before) + shareOf(after), 0)
}
