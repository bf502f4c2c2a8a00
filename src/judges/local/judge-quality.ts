import type { Judgement, QualityRequest } from '../judge.js'
import { decline } from './decline.js'
import { describeFailure } from './failures/describe-failure.js'
import { findFailure } from './failures/find-failure.js'
import { findHardFailure } from './failures/find-hard-failure.js'
import { wantedFailures } from './failures/wanted-failures.js'
import { judgeReference } from './judge-reference.js'
import { judgeRubric } from './judge-rubric.js'
import type { LocalTools } from './local-tools.js'

const remedy =
  "Give criteria with checks ({ criteria: [{ text: '…', check: { mentions: '…' } }] }), a reference that the reply should state, or use an LLM judge."

/**
 * 0 for a hard failure that nobody asked for, whatever the rubric: such a reply is worthless. Then a rubric's criteria by their checks, or
 * without criteria what a reference proves, which is little. Declines otherwise: no words tell how good a reply is.
 *
 * Rejects with a TypeError on a check or a weight that means nothing, naming the criterion
 */
export async function judgeQuality(request: QualityRequest, tools: LocalTools): Promise<Judgement> {
  const judged = await judgeWithoutFailure(request, tools)
  const { rubric, reference } = request
  const wanted = wantedFailures(request.input, rubric, reference)
  // What a reply means is weaker evidence than what a check has found.
  const failure = judged.value === null ? await findFailure(request, wanted, tools) : findHardFailure(request, wanted)
  if (failure === undefined) return judged
  const why = describeFailure(failure)
  return {
    value: 0,
    rationale: typeof rubric === 'object' && rubric.criteria.length > 0 ? `${why}\n${judged.rationale}` : why,
  }
}

/** @internal By rubric and reference alone: of a part of a reply that says nothing, emptiness is no failure. */
export async function judgeWithoutFailure(
  { input, reply, rubric, reference }: QualityRequest,
  tools: LocalTools,
): Promise<Judgement> {
  if (typeof rubric === 'object') {
    return rubric.criteria.length === 0
      ? decline('The rubric has no criteria.', remedy)
      : judgeRubric(rubric.criteria, { input, reply }, tools)
  }
  if (rubric !== undefined) {
    return decline('A rubric in prose gives this judge nothing that it could check in code.', remedy)
  }
  if (reference !== undefined) return judgeReference({ input, reply, reference })
  return decline('How good a reply is cannot be told from its words; this one has no failure that could be.', remedy)
}
