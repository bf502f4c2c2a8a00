import type { Tolerances } from './comparison.js'

/**
 * What a score may fall, and an answer may slow down, before it counts as worse: 0.05 of a unit score, one point of quality
 * on its scale of 1 to 5, one second. A score that falls by exactly this is stable.
 */
export const defaultTolerances: Tolerances = { unit: 0.05, quality: 1, latencyMs: 1000 }
