import type { JudgementRequest } from './judge.js'

/** Why a request leaves a model nothing to judge; `undefined` where it does not. */
export function nothingToJudge(request: JudgementRequest): string | undefined {
  if (request.metric === 'entities' && Object.values(request.expected).flat().length === 0) {
    return 'no entity is expected: give at least one value, e.g. { order_id: ["12345"] }'
  }
  if (request.metric === 'quality' && typeof request.rubric === 'object' && request.rubric.criteria.length === 0) {
    return 'the rubric has no criteria: give at least one, or leave the rubric out'
  }
  return undefined
}
