import type { ScoreUnit } from '../evaluation/score-unit.js'

/**
 * A score as it stands in the file, so that noise does not churn it: 0..1 to 0.01; a number of the user's own, whose scale
 * nobody knows, to six digits.
 */
export function roundScore(score: number, unit: ScoreUnit = 'unit'): number {
  return unit === 'number' ? Number(score.toPrecision(6)) : Math.round(score * 100) / 100
}

/** A standard deviation as it stands in the file: to 0.001, of a number of the user's own to three digits. */
export function roundSd(sd: number, unit: ScoreUnit = 'unit'): number {
  return unit === 'number' ? Number(sd.toPrecision(3)) : Math.round(sd * 1000) / 1000
}

/** The value of one trial as it stands in the file: finer than a mean, for nobody reads it. */
export function roundTrial(value: number, unit: ScoreUnit = 'unit'): number {
  return unit === 'number' ? Number(value.toPrecision(6)) : Math.round(value * 1000) / 1000
}
