import { smallestDetectableDifference } from '../../statistics/smallest-detectable-difference.js'
import type { Estimate } from './estimate-change.js'
import type { CasePair } from './pair-cases.js'

/** How probably the drop that is named is found. */
export const POWER = 0.8

export interface DetectableDropInput {
  estimate: Estimate
  pairs: readonly CasePair[]
  margin: number
  /** Of the interval's one end. */
  intervalLevel: number
  /** At which a decline is one: that of the family over its number of metrics, as Holm asks of the smallest p-value. */
  alpha: number
  kind: 'score' | 'pass rate'
}

/**
 * The smallest drop of a mean that the gate calls a regression with the power {@link POWER}, as a positive number; `null` where none can be
 * told. Two things must come about: the decline must show, and the interval must not exclude a drop of the margin.
 *
 * Passing varies the more the nearer its rate is to a half, so a rate that has dropped is less sure than the one before: the standard error is
 * that of the dropped one, all cases having dropped alike.
 */
export function detectableDrop(input: DetectableDropInput): number | null {
  const { estimate, pairs, margin, intervalLevel, alpha, kind } = input
  if (estimate.standardError === null || estimate.change === null) return null
  const shown = noncentrality(estimate.degreesOfFreedom, alpha, POWER)
  const notExcluded = noncentrality(estimate.degreesOfFreedom, intervalLevel, 1 - POWER)
  const dropAt = (error: number) => Math.max(shown * error, margin - notExcluded * error)
  let drop = dropAt(estimate.standardError)
  if (kind === 'score') return drop
  const errorAt = passErrorAfter(pairs, estimate.standardError, estimate.change)
  for (let round = 0; round < 100; round++) {
    const next = dropAt(errorAt(drop))
    if (Math.abs(next - drop) < 1e-9) break
    drop = next
  }
  return Math.min(1, drop)
}

/** The standard error of a change of the pass rate, had it been a drop of that size. */
function passErrorAfter(pairs: readonly CasePair[], standardError: number, change: number): (drop: number) => number {
  const rate = pairs.reduce((sum, { level }) => sum + level, 0) / pairs.length
  const shares = pairs.reduce((sum, { after }) => sum + 1 / after.n, 0) / pairs.length
  // The mean of (p − d)(1 − p + d) over cases is that of p(1 − p) and this.
  const growth = (drop: number) => drop * (2 * rate - 1) - drop ** 2
  const known = growth(Math.max(0, -change))
  return (drop) => {
    const grown = growth(Math.min(drop, rate)) - known
    return Math.sqrt(Math.max(0, standardError ** 2 + (grown * shares) / pairs.length))
  }
}

const known = new Map<string, number>()

/** What the change must be in standard errors for a t test at that level to have that power. */
export function noncentrality(degreesOfFreedom: number, alpha: number, power: number): number {
  // Beyond that it hardly changes, and takes long to find.
  const n = Math.floor(Math.min(1000, degreesOfFreedom)) + 1
  const key = `${n} ${alpha} ${power}`
  let found = known.get(key)
  if (found === undefined) {
    const { difference } = smallestDetectableDifference({ n, standardDeviation: Math.sqrt(n), alpha, power })
    found = difference
    known.set(key, found)
  }
  return found
}
