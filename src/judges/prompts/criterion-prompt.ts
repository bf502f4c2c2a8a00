import { z } from 'zod'
import type { CriterionRequest } from '../judge.js'
import { answerFormat } from './answer-format.js'
import { prompt, type Prompt } from './prompt.js'
import { verdictAnchors, verdictSchema, verdictValue } from './verdict.js'

const format = answerFormat('criterion_judgement', () =>
  z.strictObject({ rationale: z.string(), verdict: verdictSchema }),
)

const instructions = `You judge one reply of an AI assistant in an automated test. The question: does the reply satisfy one criterion?

Blocks: "criterion" is what the test's author demands, "reply" the assistant's answer. There may be "input", the user's message, and "context", what the assistant knew when it answered.

${verdictAnchors}`

/** Does the reply satisfy the criterion? met 1, partly 0.5, not_met 0. */
export function criterionPrompt(request: CriterionRequest, nonce: string): Prompt {
  return prompt({
    format,
    instructions,
    nonce,
    blocks: [
      ['criterion', request.criterion],
      ['context', request.context],
      ['input', request.input],
      ['reply', request.reply],
    ],
    score: ({ rationale, verdict }) => ({ value: verdictValue[verdict], rationale }),
  })
}
