import type { EvaluatedMetric } from '../evaluation/evaluated-case.js'
import type { Tolerances } from './comparison.js'

/**
 * What a score may fall, and an answer may slow down, before it counts as worse: 0.05 of a unit score, one point of quality
 * on its scale of 1 to 5, one second. A score that falls by exactly this is stable.
 */
export const defaultTolerances: Tolerances = { unit: 0.05, quality: 1, latencyMs: 1000 }

/** Of a number on a scale that only the user knows: a share of what the baseline has. */
export const NUMBER_TOLERANCE = 0.05

/** By how much a score may be worse than its baseline, in its own unit. What the score itself says goes before the gate's. */
export function toleranceOf(
  { metric, unit, tolerance }: Pick<EvaluatedMetric, 'metric' | 'unit' | 'tolerance'>,
  before: number,
  { unit: ofUnit, quality }: Tolerances,
): number {
  if (tolerance !== undefined) return tolerance
  if (unit === 'number') return NUMBER_TOLERANCE * Math.abs(before)
  return metric === 'quality' ? quality / 4 : ofUnit
}
