import type { Judgement } from '../judge.js'
import { decline } from './decline.js'
import { judgeAgreement } from './judge-agreement.js'

/** 2 of 5: what contradicts a good answer is poor, however well it is said. */
const CONTRADICTS = 0.25

const remedy =
  "Give criteria with checks ({ criteria: [{ text: '…', check: { answers: '…' } }] }), or use an LLM judge."

/**
 * What a good answer tells of a reply, as far as words prove it: 2 of 5 where the reply has another figure in the place of one, or only says
 * that it cannot answer. Declines otherwise.
 */
export function judgeReference({
  input,
  reply,
  reference,
}: {
  input: string
  reply: string
  reference: string
}): Judgement {
  const { value, rationale } = judgeAgreement({ metric: 'agreement', input, reply, reference })
  if (value === 0) return { value: CONTRADICTS, rationale: `${rationale} More than 2 of 5 it cannot be.` }
  return decline(`A reference alone tells this judge too little. ${rationale}`, remedy)
}
