import { expect, test } from 'vitest'
import { makeSummary } from './make-input.js'
import type { JudgeAgreement } from '../../../src/evaluation/judge-agreement.js'
import type { JudgeSummary } from '../../../src/evaluation/run-summary.js'
import { createPalette } from '../../../src/reports/terminal/palette.js'
import { displayWidth } from '../../../src/reports/terminal/display-width.js'
import { reportHeader } from '../../../src/reports/terminal/report-header.js'

const model: JudgeSummary = { name: 'openai/gpt-4.1-mini', kind: 'llm', fingerprint: '3fa9c1d2', judgements: 118 }
const local: JudgeSummary = { name: 'local/lexical@1', kind: 'local', fingerprint: '77aa', judgements: 4 }
const quality: JudgeAgreement = {
  name: model.name,
  fingerprint: model.fingerprint,
  metric: 'quality',
  state: 'calibrated',
  kappa: 0.7123,
  lower: 0.62,
  upper: 0.79,
  n: 200,
}

function header(judges: JudgeSummary[], agreements: JudgeAgreement[], columns = 120): string {
  return reportHeader(makeSummary({ judges }), createPalette(false), columns, agreements).join('\n')
}

test('kappa stands next to the name of the judge', () => {
  expect(header([model], [quality])).toBe(' vitest-judge  judged by openai/gpt-4.1-mini κ 0.71 (0.62–0.79, n = 200)')
  expect(header([model, local], [quality])).toMatchInlineSnapshot(`
    " vitest-judge  judged by openai/gpt-4.1-mini κ 0.71 (0.62–0.79, n = 200) (118 judgements), local/lexical@1 (4
                   judgements)"
  `)
})

test('of several metrics each has its own', () => {
  const intent = { ...quality, metric: 'intent', kappa: null, lower: null, upper: null, n: 1_200 }
  expect(header([model], [intent, quality])).toMatchInlineSnapshot(
    `" vitest-judge  judged by openai/gpt-4.1-mini κ intent – (n = 1,200), quality 0.71 (0.62–0.79, n = 200)"`,
  )
})

test('a judge that has changed since, or was never calibrated, has none', () => {
  const unknown: JudgeAgreement[] = [
    { ...quality, state: 'changed' },
    { ...quality, state: 'missing' },
    { ...quality, fingerprint: 'another' },
    { ...quality, name: 'acme/tone' },
  ]
  expect(header([model], unknown)).toBe(' vitest-judge  judged by openai/gpt-4.1-mini')
})

test('fits a narrow terminal, and foreign names steer none', () => {
  const rude = { ...quality, metric: '\u001b[31mtone\n' }
  const text = header([model, local], [quality, rude], 60)
  expect(text).not.toContain('\u001b')
  expect(text.split('\n').filter((line) => displayWidth(line) > 60)).toEqual([])
})

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
