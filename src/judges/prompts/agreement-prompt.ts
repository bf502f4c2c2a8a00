import { z } from 'zod'
import type { AgreementRequest } from '../judge.js'
import { answerFormat } from './answer-format.js'
import { prompt, type Prompt } from './prompt.js'

const grades = { full: 1, mostly: 0.8, partly: 0.5, contradicts: 0 }

const format = answerFormat('agreement_judgement', () =>
  z.strictObject({ rationale: z.string(), grade: z.enum(['full', 'mostly', 'partly', 'contradicts']) }),
)

const instructions = `You compare one reply of an AI assistant with a reference in an automated test. The question: does the reply state the same facts?

Blocks: "reference" is an answer known to be right, "input" the user's message, "reply" the assistant's answer to it. Only facts count: wording, order, tone, length and language are free. A fact that the reply adds is no disagreement unless it contradicts the reference.

Grades:
- full: the reply states every fact of the reference that the message asks for, and contradicts none.
- mostly: it contradicts none, and leaves out only what does not change the answer.
- partly: it contradicts none, but a fact that changes the answer is missing or left vague.
- contradicts: it contradicts a fact of the reference, or states none of them.`

/** Does the reply state the reference's facts? full 1, mostly 0.8, partly 0.5, contradicts 0. */
export function agreementPrompt(request: AgreementRequest, nonce: string): Prompt {
  return prompt({
    format,
    instructions,
    nonce,
    blocks: [
      ['reference', request.reference],
      ['input', request.input],
      ['reply', request.reply],
    ],
    score: ({ rationale, grade }) => ({ value: grades[grade], rationale }),
  })
}
