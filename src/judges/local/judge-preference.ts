import type { Judgement, PreferenceRequest } from '../judge.js'
import { decline } from './decline.js'
import { describeFailure } from './failures/describe-failure.js'
import { findFailure } from './failures/find-failure.js'
import { wantedFailures } from './failures/wanted-failures.js'
import { judgeQuality } from './judge-quality.js'
import type { LocalTools } from './local-tools.js'

/**
 * Which of two replies is better: 1 the first, 0 the second, 0.5 neither. By a rubric's criteria with checks; without them, only a reply that
 * is a hard failure is worse than one in which none is found. Declines otherwise.
 */
export async function judgePreference(
  { input, replies, rubric }: PreferenceRequest,
  tools: LocalTools,
): Promise<Judgement> {
  if (rubric === undefined || typeof rubric === 'string') {
    const wanted = wantedFailures(input, rubric, undefined)
    const [first, second] = await Promise.all(replies.map((reply) => findFailure({ input, reply }, wanted, tools)))
    if (first !== undefined && second === undefined)
      return { value: 0, rationale: `The first reply: ${describeFailure(first)}` }
    if (second !== undefined && first === undefined)
      return { value: 1, rationale: `The second reply: ${describeFailure(second)}` }
    return decline(
      'Which of two replies is better cannot be told from their words.',
      "Give a rubric of criteria with checks ({ criteria: [{ text: '…', check: { mentions: '…' } }] }), or use an LLM judge.",
    )
  }
  const [first, second] = await Promise.all([
    judgeQuality({ metric: 'quality', input, reply: replies[0], rubric }, tools),
    judgeQuality({ metric: 'quality', input, reply: replies[1], rubric }, tools),
  ])
  if (first.value === null) return first
  if (second.value === null) return second
  return {
    value: first.value > second.value ? 1 : first.value < second.value ? 0 : 0.5,
    rationale: `The first reply:\n${first.rationale}\nThe second reply:\n${second.rationale}`,
  }
}
