import type { JudgementRequest } from '../judge.js'
import { buildPrompt } from './build-prompt.js'

const input = 'message'
const reply = 'reply'
const context = 'context'

/** Between them they take every branch of every prompt. */
const probes: JudgementRequest[] = [
  {
    metric: 'intent',
    input,
    reply,
    intent: 'intent',
    description: 'description',
    examples: ['a'],
    alternatives: ['b'],
  },
  {
    metric: 'entities',
    input,
    reply,
    expected: { name: ['a', 'b'] },
    aliases: { a: ['c'] },
    referenceDate: '2026-01-01',
  },
  { metric: 'entities', input, reply, expected: { name: 'a' }, extracted: { name: 'a' }, exact: true },
  { metric: 'quality', input, reply, rubric: 'rubric', reference: 'reference', context },
  {
    metric: 'quality',
    input,
    reply,
    rubric: { criteria: [{ text: 'a' }, { text: 'b', weight: 2 }] },
    reference: 'reference',
    context,
  },
  { metric: 'preference', input, replies: ['a', 'b'], rubric: 'rubric' },
  { metric: 'preference', input, replies: ['a', 'b'], rubric: { criteria: [{ text: 'a', weight: 2 }] } },
  { metric: 'criterion', input, reply, criterion: 'criterion', context },
  { metric: 'faithfulness', input, reply, context: ['a'] },
  { metric: 'faithfulness', input, reply, context: ['a', 'b'] },
  { metric: 'agreement', input, reply, reference: 'reference' },
  { metric: 'similarity', input, reply, text: 'text' },
  { metric: 'refusal', input, reply },
]

/** Everything that our prompts say and demand, for a fingerprint that changes with any of it. */
export function promptTexts(): unknown[] {
  return probes.map((request) => {
    const { schemaName, jsonSchema, messages } = buildPrompt(request, '0'.repeat(32))
    return { schemaName, jsonSchema, messages }
  })
}
