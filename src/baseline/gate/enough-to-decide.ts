import { noncentrality, POWER } from './detectable-drop.js'
import type { Estimate } from './estimate-change.js'
import type { CasePair } from './pair-cases.js'

/** Either would decide, if things are as they were measured, with a probability of {@link POWER}. Both on both sides: baseline and run. */
export interface Enough {
  cases: number
  /** Trials a case; absent where it is not known what they would add. */
  trials?: number
}

/**
 * How many cases, or trials a case, would decide about a metric that neither excludes a drop of the margin nor shows one: so many that the
 * interval lies on one side, above −margin or below 0, with its middle where it is. Of 0.02 down, half a margin is the least that is needed.
 * `null` where there is nothing to reckon from.
 */
export function enoughToDecide({
  estimate: { change, standardError, degreesOfFreedom, noise },
  pairs,
  margin,
  intervalLevel,
}: {
  estimate: Estimate
  pairs: readonly CasePair[]
  margin: number
  intervalLevel: number
}): Enough | null {
  if (change === null || standardError === null || standardError === 0) return null
  const target = Math.max(margin + change, -change) / noncentrality(degreesOfFreedom, intervalLevel, POWER)
  if (!(target > 0)) return null
  const times = Math.max(1, (standardError / target) ** 2)
  const cases = Math.max(pairs.length + 1, Math.ceil(pairs.length * times))
  if (noise === 'cases') return { cases }
  const trials = mostUsualTrials(pairs)
  return { cases, trials: Math.max(trials + 1, Math.ceil(trials * times)) }
}

/** Of both sides, the fewer. */
function mostUsualTrials(pairs: readonly CasePair[]): number {
  const counts = pairs.map(({ before, after }) => Math.min(before.n, after.n)).sort((a, b) => a - b)
  return counts[Math.floor(counts.length / 2)] ?? 1
}
