import { expect, test } from 'vitest'
import { judgedPassRates } from '../../src/evaluation/judged-pass-rates.js'
import type { ScoreRecord } from '../../src/evaluation/record-schema.js'
import { makeScore, makeTrial } from './make-record.js'

const model = { name: 'openai/gpt-4.1-mini', kind: 'llm', fingerprint: '3fa9c1d2' } as const
const code = { name: 'code', kind: 'code', fingerprint: 'f1' } as const

function quality(value: number | null, score: Partial<ScoreRecord> = {}): ScoreRecord {
  return makeScore({ metric: 'quality', judge: model, ...score, value })
}

function cases(...scores: ScoreRecord[][]) {
  return scores.map((of) => ({ trials: of.map((score) => makeTrial({ scores: [score] })) }))
}

test('counts judgements by metric, judge and pass mark; no declined or failed ones, none by code, none of `.not`, nothing that is only recorded', () => {
  const rates = judgedPassRates(
    cases(
      [quality(1)],
      [quality(0.2)],
      [quality(null)],
      [quality(null, { error: 'down' })],
      [quality(1, { negated: true })],
      [quality(1, { judge: code })],
      [quality(1, { threshold: null, passed: null })],
      [quality(0.9, { unit: 'ms' })],
      [quality(1, { threshold: 0.5 })],
      [quality(1, { judge: { ...model, fingerprint: 'newer' } })],
      [quality(1, { metric: 'intent' })],
    ),
  )
  expect(
    rates.map(({ metric, fingerprint, threshold, passed, judged }) => [metric, fingerprint, threshold, passed, judged]),
  ).toEqual([
    ['quality', '3fa9c1d2', 0.8, 1, 2],
    ['quality', '3fa9c1d2', 0.5, 1, 1],
    ['quality', 'newer', 0.8, 1, 1],
    ['intent', '3fa9c1d2', 0.8, 1, 1],
  ])
  expect(rates.map(({ designEffect }) => designEffect)).toEqual([1, 1, 1, 1])
})

test('trials that always agree within their case count as one, and those that never do as many', () => {
  const [yes, no] = [quality(1), quality(0)]
  const alike = judgedPassRates(
    cases(...Array.from({ length: 40 }, (_, index) => Array<ReturnType<typeof quality>>(3).fill(index % 2 ? yes : no))),
  )
  expect(alike[0]).toMatchObject({ judged: 120, passed: 60, cases: 40 })
  expect(alike[0]?.designEffect).toBeCloseTo(3, 0)
  const mixed = judgedPassRates(cases(...Array.from({ length: 40 }, () => [yes, no])))
  expect(mixed[0]).toMatchObject({ judged: 80, passed: 40, designEffect: 1 })
})

test('where all passed, nothing shows how alike trials are: a case counts as one', () => {
  const passed = judgedPassRates(
    cases(...Array.from({ length: 10 }, () => Array<ReturnType<typeof quality>>(3).fill(quality(1)))),
  )
  expect(passed[0]).toMatchObject({ judged: 30, passed: 30, designEffect: 3 })
  const one = judgedPassRates(cases([quality(1), quality(0), quality(1), quality(0)]))
  expect(one[0]).toMatchObject({ judged: 4, passed: 2, designEffect: 4 })
})
