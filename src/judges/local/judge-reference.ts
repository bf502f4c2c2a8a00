import type { Judgement } from '../judge.js'
import { decline } from './decline.js'
import { judgeAgreement } from './judge-agreement.js'
import { judgeSimilarity } from './judge-similarity.js'

/** 4 of 5, and no more: a good answer is not said to be the best. */
const IS_THE_REFERENCE = 0.75

/** 2 of 5: what contradicts a good answer is poor, however well it is said. */
const CONTRADICTS = 0.25

const remedy =
  "Give criteria with checks ({ criteria: [{ text: '…', check: { answers: '…' } }] }), or use an LLM judge."

/**
 * What a good answer tells of a reply, as far as words prove it: 4 of 5 where the reply is that answer, word by word; 2 of 5 where it has
 * another figure in the place of one, or only says that it cannot answer. Declines otherwise. To have all words of the reference is no
 * proof: of 37 replies that had (bench/local-judge/reference-replies.mjs), 13 were right, and others turned it round or added a falsehood.
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
  if (judgeSimilarity({ metric: 'similarity', input, reply, text: reference }).value === 1) {
    return { value: IS_THE_REFERENCE, rationale: 'The reply is the reference, word by word.' }
  }
  const { value, rationale } = judgeAgreement({ metric: 'agreement', input, reply, reference })
  if (value === 0) return { value: CONTRADICTS, rationale }
  const why = `${rationale} That does not tell how good it is.`
  return decline(why, remedy)
}
