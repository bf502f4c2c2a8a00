import { quantile } from '../statistics/quantile.js'
import { average } from './average.js'
import { isCompleted } from './counted-trials.js'
import type { TrialRecord } from './record-schema.js'

/**
 * The completed trial whose mean score is nearest the median of all, the first of several;
 * the first completed one where nothing was scored. Its reply is what a baseline stores: a typical one, not a lucky one.
 */
export function representativeTrial(trials: readonly TrialRecord[]): TrialRecord | undefined {
  const completed = trials.filter(isCompleted)
  if (completed.length < 2) return completed[0]
  const scored = completed.flatMap((trial) => {
    const mean = average(trial.scores.filter((score) => score.unit === 'unit').map((score) => score.value))
    return mean === null ? [] : [{ trial, mean }]
  })
  if (scored.length === 0) return completed[0]
  const { value: median } = quantile({ values: scored.map(({ mean }) => mean), q: 0.5 })
  // Below this, two distances differ by rounding alone.
  const epsilon = 1e-9
  let nearest = scored[0]
  for (const candidate of scored) {
    const distance = nearest === undefined ? Infinity : Math.abs(nearest.mean - median)
    if (Math.abs(candidate.mean - median) < distance - epsilon) nearest = candidate
  }
  return nearest?.trial
}
