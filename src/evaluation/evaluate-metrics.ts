import { shortHash } from '../text/short-hash.js'
import { average } from './average.js'
import type { EvaluatedMetric } from './evaluated-case.js'
import { keyedScores } from './keyed-scores.js'
import type { ScoreRecord, TrialRecord } from './record-schema.js'

/** What became of one score in one trial; `recorded` where nothing was asserted of it. */
export type ScoreOutcome = 'passed' | 'missed' | 'declined' | 'errored' | 'recorded'

export function scoreOutcome(score: ScoreRecord): ScoreOutcome {
  if (score.error !== undefined) return 'errored'
  if (score.value === null) return 'declined'
  if (score.threshold === null) return 'recorded'
  return score.passed === true ? 'passed' : 'missed'
}

/** The metrics of a case over its counted trials, in the order in which they were first asserted. */
export function evaluateMetrics(trials: readonly TrialRecord[], representative?: TrialRecord): EvaluatedMetric[] {
  const entriesOf = new Map<string, Entry[]>()
  for (const trial of trials) {
    for (const { key, score } of keyedScores(trial.scores)) {
      const entry = { score, representative: trial === representative }
      entriesOf.set(key, [...(entriesOf.get(key) ?? []), entry])
    }
  }
  return [...entriesOf].map(([key, entries]) => {
    const scores = entries.map((entry) => entry.score)
    const shown = entries.reduce((best, entry) => (worthShowing(entry) > worthShowing(best) ? entry : best)).score
    const values = scores.map(valueOf)
    const sd = sampleDeviation(values)
    const count = (outcome: ScoreOutcome) => scores.filter((score) => scoreOutcome(score) === outcome).length
    const evaluated: EvaluatedMetric = {
      key,
      metric: shown.metric,
      unit: shown.unit,
      values,
      mean: average(values),
      threshold: shown.threshold,
      passed: count('passed'),
      missed: count('missed'),
      declined: count('declined'),
      errored: count('errored'),
      rationale: valueOf(shown) === null ? (shown.error ?? shown.declined ?? shown.rationale) : shown.rationale,
      // A mean with a stand-in's score in it is not the chosen judge's mean.
      judge: (scores.find((score) => valueOf(score) !== null && score.judge.standIn !== undefined) ?? shown).judge,
      // A score that must be high and one that must be low are not of the same thing.
      expectationHash: shortHash(shown.negated ? { expectation: shown.expectation, negated: true } : shown.expectation),
    }
    if (shown.negated) evaluated.negated = true
    if (shown.direction !== undefined) evaluated.direction = shown.direction
    if (shown.tolerance !== undefined) evaluated.tolerance = shown.tolerance
    if (sd !== undefined) evaluated.sd = sd
    return evaluated
  })
}

interface Entry {
  score: ScoreRecord
  representative: boolean
}

/** A score before a missing one, the representative trial's before another's. */
function worthShowing({ score, representative }: Entry): number {
  return (valueOf(score) === null ? 0 : 2) + (representative ? 1 : 0)
}

function valueOf(score: ScoreRecord): number | null {
  return score.error === undefined ? score.value : null
}

function sampleDeviation(values: readonly (number | null)[]): number | undefined {
  const numbers = values.filter((value) => value !== null)
  const mean = average(numbers)
  if (mean === null || numbers.length < 2) return undefined
  const squares = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (numbers.length - 1))
}
