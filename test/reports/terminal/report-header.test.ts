import { expect, test } from 'vitest'
import { createPalette } from '../../../src/reports/terminal/palette.js'
import { reportHeader } from '../../../src/reports/terminal/report-header.js'
import { makeSummary } from './make-input.js'

test("keeps the judges' cost and the assistant's apart, and says whose price is unknown", () => {
  const summary = makeSummary({
    judgeUsage: { inputTokens: 9_000, outputTokens: 1_000, costUsd: 0.0123 },
    assistantUsage: { inputTokens: 40_000, outputTokens: 2_000, costUsd: 1.5 },
    unpricedModels: ['own-7b', 'evil\u001b[2J\nmodel'],
  })
  expect(reportHeader(summary, createPalette(false), 120)).toEqual([
    ' vitest-judge  judged by local/lexical@1 · 10,000 tokens · $0.0123',
    '   assistant: 42,000 tokens · $1.50',
    '   prices unknown for: own-7b, evil ⏎ model',
  ])
})

test('says nothing of what nobody told', () => {
  expect(reportHeader(makeSummary(), createPalette(false), 120)).toEqual([' vitest-judge  judged by local/lexical@1'])
})
