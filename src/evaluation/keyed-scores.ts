import type { ScoreRecord } from './record-schema.js'

/**
 * The scores of one trial, each with its key in the baseline: `intent`, `intent#2` for the second one without an id,
 * `intent:greeting` with one. No two keys are the same.
 */
export function keyedScores<Score extends Pick<ScoreRecord, 'metric' | 'id'>>(
  scores: readonly Score[],
): { key: string; score: Score }[] {
  const used = new Set<string>()
  return scores.map((score) => {
    const name = score.id === undefined ? score.metric : `${score.metric}:${score.id}`
    let key = name
    for (let ordinal = 2; used.has(key); ordinal++) key = `${name}#${ordinal}`
    used.add(key)
    return { key, score }
  })
}
