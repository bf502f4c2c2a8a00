import { z } from 'zod'
import type { SimilarityRequest } from '../judge.js'
import { answerFormat } from './answer-format.js'
import { prompt, type Prompt } from './prompt.js'

const grades = { same: 1, close: 0.8, overlapping: 0.5, related: 0.2, different: 0 }

const format = answerFormat('similarity_judgement', () =>
  z.strictObject({ rationale: z.string(), grade: z.enum(['same', 'close', 'overlapping', 'related', 'different']) }),
)

const instructions = `You compare what one reply of an AI assistant means with what a text means, in an automated test. The question: how near are their meanings?

Blocks: "text" is what the test's author compares with, "input" the user's message, which says what both speak of, "reply" the assistant's answer to it. Compare meanings in both directions: what only one of the two says sets them apart. Wording, order, tone and language are free. Which of the two is right is not asked.

Grades:
- same: one could stand for the other; nothing that matters is said by only one of them.
- close: the same message, and one of them adds or lacks a detail.
- overlapping: they share a part of their message, and each or one says something else of weight.
- related: the same subject, but another message.
- different: another subject, or the opposite message.`

/** How near are the meanings of reply and text? same 1, close 0.8, overlapping 0.5, related 0.2, different 0. */
export function similarityPrompt(request: SimilarityRequest, nonce: string): Prompt {
  return prompt({
    format,
    instructions,
    nonce,
    blocks: [
      ['text', request.text],
      ['input', request.input],
      ['reply', request.reply],
    ],
    score: ({ rationale, grade }) => ({ value: grades[grade], rationale }),
  })
}
