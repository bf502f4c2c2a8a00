import { expect, test } from 'vitest'
import { lengthBias } from '../../src/evaluation/length-bias.js'
import type { ScoreRecord } from '../../src/evaluation/record-schema.js'
import { makeReply, makeScore, makeTrial } from './make-record.js'

const llm = { name: 'openai/gpt-4.1-mini', kind: 'llm', fingerprint: '3f' } as const

/** One trial a pair of score and reply length. */
const trials = (pairs: [value: number, length: number][], more: Partial<ScoreRecord> = {}) =>
  pairs.map(([value, length]) =>
    makeTrial({
      replies: [makeReply({ text: 'x'.repeat(length) })],
      scores: [makeScore({ metric: 'quality', judge: llm, value, ...more })],
    }),
  )

const rising = Array.from({ length: 12 }, (_, index): [number, number] => [index / 12, 10 + (index ^ 1)])

test('correlates score and length of the reply', () => {
  const bias = lengthBias(trials(rising))
  expect(bias?.n).toBe(12)
  expect(bias?.value).toBeGreaterThan(0.9)
  expect(bias?.lower).toBeGreaterThan(0)
})

test('looks at what LLM and custom judges say of how good a reply is, alone', () => {
  const local = { ...llm, kind: 'local' } as const
  const others: Partial<ScoreRecord>[] = [
    { metric: 'intent' },
    { metric: 'entities' },
    { judge: local },
    { judge: { ...llm, kind: 'code' }, metric: 'tools' },
    { negated: true },
    { value: null, declined: 'no rubric' },
    { value: null, error: '503' },
    { threshold: null },
    { reply: 4 },
  ]
  for (const other of others) expect(lengthBias(trials(rising, other))).toBeNull()
  expect(lengthBias(trials(rising, { metric: 'criterion', judge: { ...llm, kind: 'custom' } }))?.n).toBe(12)
  expect(lengthBias([...trials(rising), ...trials(rising, { metric: 'intent' })])?.n).toBe(12)
})

test('says nothing of too few, nor where either is always the same', () => {
  expect(lengthBias(trials(rising.slice(0, 9)))).toBeNull()
  expect(lengthBias(trials(rising.map(([, length]) => [1, length])))).toBeNull()
  expect(lengthBias(trials(rising.map(([value]) => [value, 7])))).toBeNull()
  expect(lengthBias([])).toBeNull()
})
