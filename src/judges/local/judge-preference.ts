import type { Judgement, PreferenceRequest } from '../judge.js'
import { decline } from './decline.js'
import { judgeQuality } from './judge-quality.js'

/** Which of two replies meets more of a rubric's criteria, by their checks: 1 the first, 0 the second, 0.5 as much. Without checks it declines. */
export function judgePreference({ input, replies, rubric }: PreferenceRequest): Judgement {
  if (rubric === undefined || typeof rubric === 'string') {
    return decline(
      'Which of two replies is better cannot be told from their words.',
      "Give a rubric of criteria with checks ({ criteria: [{ text: '…', check: { mentions: '…' } }] }), or use an LLM judge.",
    )
  }
  const [first, second] = replies.map((reply) => judgeQuality({ metric: 'quality', input, reply, rubric })) as [
    Judgement,
    Judgement,
  ]
  if (first.value === null) return first
  if (second.value === null) return second
  return {
    value: first.value > second.value ? 1 : first.value < second.value ? 0 : 0.5,
    rationale: `The first reply:\n${first.rationale}\nThe second reply:\n${second.rationale}`,
  }
}
