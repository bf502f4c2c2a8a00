import { z } from 'zod'
import type { PreferenceRequest } from '../judge.js'
import { answerFormat } from './answer-format.js'
import { numbered } from './numbered.js'
import { prompt, type Prompt } from './prompt.js'

const choices = { first: 1, second: 0, tie: 0.5 }

const format = answerFormat('preference_judgement', () =>
  z.strictObject({ rationale: z.string(), choice: z.enum(['first', 'second', 'tie']) }),
)

const instructions = `You compare two replies of AI assistants to the same message in an automated test. The question: which of them helps the user better?

Blocks: "input" is the user's message, "first reply" and "second reply" are the two answers. There may be a "rubric" by the test's author, which says what counts: where there is one, compare by it alone. The order of the replies is random and means nothing.

Choices:
- first: the first reply is better in something that matters.
- second: the second reply is better in something that matters.
- tie: they differ only in wording, length or style, or their advantages balance.`

/** Which reply is better? 1 for the first, 0 for the second, 0.5 for a tie. */
export function preferencePrompt(request: PreferenceRequest, nonce: string): Prompt {
  const { rubric, input, replies } = request
  return prompt({
    format,
    instructions,
    nonce,
    blocks: [
      ['rubric', typeof rubric === 'object' ? numbered(rubric.criteria.map(describe)) : rubric],
      ['input', input],
      ['first reply', replies[0]],
      ['second reply', replies[1]],
    ],
    score: ({ rationale, choice }) => ({ value: choices[choice], rationale }),
  })
}

function describe({ text, weight = 1 }: { text: string; weight?: number }): string {
  return weight === 1 ? text : `${text} (weight ${weight})`
}
