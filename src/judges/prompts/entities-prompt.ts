import { z } from 'zod'
import { expectedValues, isPattern } from '../entities/expected-values.js'
import { showExpectedValue } from '../entities/show-expected.js'
import type { EntitiesRequest } from '../judge.js'
import { answerFormatPerCount } from './answer-format.js'
import { eachItemOnce, itemIndex } from './each-item.js'
import { numbered } from './numbered.js'
import { prompt, type Block, type Prompt, type Score } from './prompt.js'

const foundList = (count: number) =>
  z
    .array(z.strictObject({ index: itemIndex(count), evidence: z.string(), found: z.boolean() }))
    .refine(...eachItemOnce(count))

const recallFormat = answerFormatPerCount('entities_judgement', (count) =>
  z.strictObject({ entities: foundList(count) }),
)

const exactFormat = answerFormatPerCount('entities_exact_judgement', (count) =>
  z.strictObject({
    entities: foundList(count),
    unexpected: z.array(z.strictObject({ evidence: z.string(), value: z.string() })),
  }),
)

const question = `You check which entities an AI assistant got right in an automated test. For each expected value: does the material state it?

Blocks: "expected" is a numbered list of names and values. The material is "reply", the assistant's answer to "input", or, where there is a block "extracted", that alone: the entities that the assistant itself returned, as JSON. There may be "aliases", other ways to write a value, and a "reference date", which relative dates such as "tomorrow" count from.

Answer each expected value exactly once, with its number as the index:
- evidence: the words of the material that state the value, quoted, or what stands in its place.
- found: true when the material states this value for this entity, in whatever format (case, punctuation, spelled-out numbers, date formats, aliases). A part of a longer word or number is not the value: 5 is not found in 12345. A value that the material denies, or only asks for, is not found.`

const exactQuestion = `${question}

Then list as unexpected every value that the material states for an entity of the expected names and that is not one of the expected values: evidence (the quoted words) and value. Leave the list empty when there is none.`

/** Which expected values are stated? Recall, or F1 with `exact`; both computed here, not by the model. */
export function entitiesPrompt(request: EntitiesRequest, nonce: string): Prompt {
  const { expected, extracted, aliases, referenceDate, input, reply, exact = false } = request
  const values = flatten(expected)
  const material: Block[] = extracted ? [['extracted', JSON.stringify(extracted, null, 2)]] : [['reply', reply]]
  const shared = {
    nonce,
    blocks: [
      ['expected', numbered(values)],
      ['aliases', aliases && JSON.stringify(aliases, null, 2)],
      ['reference date', referenceDate],
      ['input', input],
      ...material,
    ] satisfies Block[],
  }
  return exact
    ? prompt({
        ...shared,
        format: exactFormat(values.length),
        instructions: exactQuestion,
        score: ({ entities, unexpected }) => f1(values, entities, unexpected),
      })
    : prompt({
        ...shared,
        format: recallFormat(values.length),
        instructions: question,
        score: ({ entities }) => recall(values, entities),
      })
}

/** `{ order_id: ['1', '2'], city: 'Bern' }` are three values. */
export function flatten(expected: Record<string, unknown>): string[] {
  return Object.entries(expected).flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as unknown[]) : [value]).map((item) => `${name}: ${inWords(item)}`),
  )
}

function inWords(item: unknown): string {
  const [whole] = expectedValues({ item })
  if (whole?.name !== 'item' || typeof whole.value !== 'object' || whole.value === null) return JSON.stringify(item)
  return isPattern(whole.value)
    ? `a text that matches ${showExpectedValue(whole.value)}`
    : showExpectedValue(whole.value)
}

interface Found {
  index: number
  evidence: string
  found: boolean
}

function recall(values: string[], answers: Found[]): Score {
  return { value: answers.filter(({ found }) => found).length / values.length, rationale: explain(values, answers) }
}

/** F1 = 2 · found / (expected + stated): the harmonic mean of precision and recall. */
function f1(values: string[], answers: Found[], unexpected: { evidence: string; value: string }[]): Score {
  const found = answers.filter((answer) => answer.found).length
  const extra = unexpected.map(({ value, evidence }) => `${value}: not expected (${evidence})`)
  return {
    value: (2 * found) / (values.length + found + unexpected.length),
    rationale: [explain(values, answers), ...extra].join('\n'),
  }
}

function explain(values: string[], answers: Found[]): string {
  return answers
    .toSorted((a, b) => a.index - b.index)
    .map(({ index, evidence, found }) => `${values[index - 1] ?? ''}: ${found ? 'found' : 'not found'} (${evidence})`)
    .join('\n')
}
