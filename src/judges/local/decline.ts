import type { Judgement } from '../judge.js'

/** No score: why the judge has no ground for one, and what would give it one. */
export function decline(why: string, remedy: string): Judgement {
  return { value: null, rationale: why, declined: `${why} ${remedy}` }
}
