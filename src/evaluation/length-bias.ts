import { spearmanCorrelation, type SpearmanCorrelation } from '../statistics/spearman-correlation.js'
import type { TrialRecord } from './record-schema.js'
import { isJudgement } from './score-unit.js'

/** Fewer judgements say nothing. */
const MIN_JUDGEMENTS = 10

/** What is found in a reply, or not: a longer one holds more of it, and no judge need favour it for that. */
const FOUND_IN_THE_REPLY = new Set(['intent', 'entities', 'preference', 'refusal', 'tools', 'schema'])

/**
 * Whether longer replies were scored higher: the rank correlation of score and length of the reply in characters, over what LLM and
 * custom judges said of how good replies are. A judge that likes length shows here, and so do long replies that are better.
 *
 * `null` below 10 judgements, and where all scores or all lengths are the same. Scores under `.not` are left out. Several
 * scores of one reply are taken for independent, which makes the interval somewhat too narrow.
 */
export function lengthBias(trials: readonly TrialRecord[]): SpearmanCorrelation | null {
  const scores: number[] = []
  const lengths: number[] = []
  for (const trial of trials) {
    for (const score of trial.scores) {
      const { kind } = score.judge
      if (score.value === null || score.error !== undefined || score.negated || !isJudgement(score)) continue
      if ((kind !== 'llm' && kind !== 'custom') || FOUND_IN_THE_REPLY.has(score.metric)) continue
      const reply = trial.replies[score.reply]
      if (reply === undefined) continue
      scores.push(score.value)
      lengths.push(reply.text.length)
    }
  }
  if (scores.length < MIN_JUDGEMENTS || isConstant(scores) || isConstant(lengths)) return null
  return spearmanCorrelation({ a: scores, b: lengths })
}

function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0])
}
