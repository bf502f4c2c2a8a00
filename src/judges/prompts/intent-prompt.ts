import { z } from 'zod'
import type { IntentRequest } from '../judge.js'
import { answerFormat } from './answer-format.js'
import { prompt, type Prompt } from './prompt.js'

const grades = { perfect: 1, good: 0.8, partial: 0.6, poor: 0.4, missed: 0 }

const format = answerFormat('intent_judgement', () =>
  z.strictObject({ rationale: z.string(), grade: z.enum(['perfect', 'good', 'partial', 'poor', 'missed']) }),
)

const instructions = `You grade one reply of an AI assistant in an automated test. The question: does the reply show that the assistant recognised the expected intent of the user, and act on it?

Blocks: "input" is the user's message, "reply" the assistant's answer to it, "intent" the label of the expected intent (its words matter, not how they are written together). There may be a "description" of the intent, "examples" of replies that serve it, and "alternatives", the other intents that the assistant knows.

Grades:
- perfect: the reply unmistakably serves the expected intent, and nothing else.
- good: it serves the expected intent, with a minor detour or omission.
- partial: it touches the expected intent but serves it only in part, or mixes it with another one.
- poor: the expected intent can barely be recognised in it; another intent fits better, or it is so general that it would answer almost anything.
- missed: it serves another intent or none.`

/** Does the reply serve the intent? Enumerated grades: perfect 1, good 0.8, partial 0.6, poor 0.4, missed 0. */
export function intentPrompt(request: IntentRequest, nonce: string): Prompt {
  return prompt({
    format,
    instructions,
    nonce,
    blocks: [
      ['intent', request.intent],
      ['description', request.description],
      ['examples', list(request.examples)],
      ['alternatives', list(request.alternatives)],
      ['input', request.input],
      ['reply', request.reply],
    ],
    score: ({ rationale, grade }) => ({ value: grades[grade], rationale }),
  })
}

function list(items: string[] | undefined): string | undefined {
  return items?.length ? items.map((item) => `- ${item}`).join('\n') : undefined
}
