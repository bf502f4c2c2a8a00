import { z } from 'zod'
import type { Criterion, QualityRequest } from '../judge.js'
import { answerFormat, answerFormatPerCount } from './answer-format.js'
import { eachItemOnce, itemIndex } from './each-item.js'
import { numbered } from './numbered.js'
import { prompt, type Block, type Prompt, type Score } from './prompt.js'
import { verdictAnchors, verdictSchema, verdictValue } from './verdict.js'

const scoreFormat = answerFormat('quality_judgement', () =>
  z.strictObject({ rationale: z.string(), score: z.literal([5, 4, 3, 2, 1]) }),
)

const blocksExplained = `Blocks: "input" is the user's message, "reply" the assistant's answer to it. There may be "context", what the assistant knew when it answered: what contradicts it is wrong. There may be a "reference", an answer known to be right: the reply need not use its words, but what contradicts the reference is wrong, and what the reference holds to be essential must not be missing.`

const scoreInstructions = `You score one reply of an AI assistant in an automated test. The question: how good is the reply?

${blocksExplained} There may be a "rubric" by the test's author, which says what counts: where there is one, score by it alone.

Scores:
- 5, excellent: correct, complete and clear; nothing that matters could be better.
- 4, good: correct and helpful, with a minor omission or lapse.
- 3, average: usable, but something that matters is missing, vague or imprecise.
- 2, poor: a serious error or omission; the user is hardly helped.
- 1, unacceptable: wrong, harmful, empty, or not an answer to the message at all.`

const criteriaInstructions = `You judge one reply of an AI assistant in an automated test, criterion by criterion.

${blocksExplained} "criteria" is the numbered list that the test's author demands. Judge each by itself, whatever you think of the others, and answer each exactly once, with its number as the index.

${verdictAnchors}`

/**
 * How good is the reply? 1 to 5 as `(x − 1) / 4`; with criteria the weighted mean of met 1, partly 0.5 and not_met 0.
 * With a reference it is graded against that.
 */
export function qualityPrompt(request: QualityRequest, nonce: string): Prompt {
  const { rubric, context, reference, input, reply } = request
  const material: Block[] = [
    ['context', context],
    ['reference', reference],
    ['input', input],
    ['reply', reply],
  ]
  if (typeof rubric === 'object') {
    const { criteria } = rubric
    return prompt({
      format: criteriaFormat(criteria.length),
      instructions: criteriaInstructions,
      nonce,
      blocks: [['criteria', numbered(criteria.map(({ text }) => text))], ...material],
      score: (answer) => weighted(criteria, answer.criteria),
    })
  }
  return prompt({
    format: scoreFormat,
    instructions: scoreInstructions,
    nonce,
    blocks: [['rubric', rubric], ...material],
    score: ({ rationale, score }) => ({ value: (score - 1) / 4, rationale }),
  })
}

const criteriaFormat = answerFormatPerCount('criteria_judgement', (count) =>
  z.strictObject({
    criteria: z
      .array(z.strictObject({ index: itemIndex(count), rationale: z.string(), verdict: verdictSchema }))
      .refine(...eachItemOnce(count)),
  }),
)

interface CriterionAnswer {
  index: number
  rationale: string
  verdict: keyof typeof verdictValue
}

function weighted(criteria: Criterion[], answers: CriterionAnswer[]): Score {
  const sorted = answers.toSorted((a, b) => a.index - b.index)
  let sum = 0
  let weights = 0
  for (const { index, verdict } of sorted) {
    const weight = criteria[index - 1]?.weight ?? 1
    sum += weight * verdictValue[verdict]
    weights += weight
  }
  const lines = sorted.map(
    ({ index, verdict, rationale }) =>
      `${criteria[index - 1]?.text ?? index}: ${verdict.replace('_', ' ')} (${rationale})`,
  )
  return { value: sum / weights, rationale: lines.join('\n') }
}
