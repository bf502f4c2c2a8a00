import type { TrialRecord } from './record-schema.js'

/** Whether a trial ran to its end without a failure of assistant or judge. A missed score is an end like another. */
export function isCompleted(trial: TrialRecord): boolean {
  if (trial.errors.some((error) => error.stage !== 'test')) return false
  if (trial.scores.some((score) => score.error !== undefined)) return false
  return trial.passed !== null || trial.scores.length > 0
}

/**
 * The trials that count, in the order of repeat and trial: of several `retry` attempts at one,
 * the first completed one, so that a retry repairs an outage and never a low score; the last where none completed.
 */
export function countedTrials(trials: readonly TrialRecord[]): TrialRecord[] {
  if (trials.length < 2) return [...trials]
  const attemptsOf = new Map<string, TrialRecord[]>()
  const inOrder = [...trials].sort((a, b) => a.repeat - b.repeat || a.trial - b.trial || a.attempt - b.attempt)
  for (const trial of inOrder) {
    const slot = `${trial.repeat}/${trial.trial}`
    attemptsOf.set(slot, [...(attemptsOf.get(slot) ?? []), trial])
  }
  return [...attemptsOf.values()].flatMap((attempts) => attempts.find(isCompleted) ?? attempts.slice(-1))
}
