import { z } from 'zod'
import type { FaithfulnessRequest } from '../judge.js'
import { answerFormat } from './answer-format.js'
import { prompt, type Block, type Prompt } from './prompt.js'

const grades = { full: 1, mostly: 0.8, partly: 0.5, unfaithful: 0 }

const format = answerFormat('faithfulness_judgement', () =>
  z.strictObject({ rationale: z.string(), grade: z.enum(['full', 'mostly', 'partly', 'unfaithful']) }),
)

const instructions = `You check one reply of an AI assistant in an automated test for claims that it made up. The question: does the context support what the reply claims?

Blocks: "context" (or "context 1", "context 2" and so on, where there are several passages) is all that the assistant could know, "input" the user's message, "reply" the assistant's answer to it. A claim is whatever the reply says to be so: facts, numbers, dates, names, promises. Greetings, questions, offers of help and saying that something is not known are no claims. What you know of the world beyond the context supports nothing. What the user's message says of the user's own affairs may be repeated, but it does not make an answer to it true. Whether the reply answers the message is not asked.

Grades:
- full: the context states or plainly implies every claim, or the reply makes none.
- mostly: every claim that matters is supported; a detail that nobody would act on is not.
- partly: claims that matter are supported, but one that somebody might act on is not in the context.
- unfaithful: the reply contradicts the context, or what it mainly claims is not in it.`

/** Does the context support what the reply claims? full 1, mostly 0.8, partly 0.5, unfaithful 0. */
export function faithfulnessPrompt(request: FaithfulnessRequest, nonce: string): Prompt {
  return prompt({
    format,
    instructions,
    nonce,
    blocks: [...passages(request.context), ['input', request.input], ['reply', request.reply]],
    score: ({ rationale, grade }) => ({ value: grades[grade], rationale }),
  })
}

function passages(context: string[]): Block[] {
  return context.map((text, index) => [context.length === 1 ? 'context' : `context ${index + 1}`, text])
}
