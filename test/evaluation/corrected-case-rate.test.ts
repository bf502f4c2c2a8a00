import { expect, test } from 'vitest'
import { correctedCaseRate, type CountedCase } from '../../src/evaluation/corrected-case-rate.js'
import type { ScoreRecord } from '../../src/evaluation/record-schema.js'
import { makeAccuracy } from './make-accuracy.js'
import { makeScore } from './make-record.js'

const judge = { name: 'openai/gpt-4.1-mini', kind: 'llm', fingerprint: '3fa9c1d2' } as const
const code = { name: 'code', kind: 'code', fingerprint: 'f1' } as const

function score(value: number, more: Partial<ScoreRecord> = {}): ScoreRecord {
  return makeScore({ metric: 'quality', threshold: 0.75, passed: value >= 0.75, judge, ...more, value })
}

function counted(verdict: CountedCase['verdict'], ...scores: ScoreRecord[]): CountedCase {
  return { verdict, trials: [{ scores }] }
}

function times(count: number, one: CountedCase): CountedCase[] {
  return Array.from({ length: count }, () => one)
}

const passed = times(80, counted('passed', score(1)))
const missed = times(20, counted('failed', score(0)))

test('is the corrected rate of the judgements where every case hangs on one', () => {
  const found = correctedCaseRate([...passed, ...missed, counted('not judged')], [makeAccuracy()])
  expect(found).toMatchObject({ rate: 0.8, state: 'corrected', reason: null })
  expect(found.corrected?.estimate).toBeCloseTo(0.875, 12)
})

test('a case that failed for a reason of its own failed for certain', () => {
  const certain = [
    counted('errored'),
    counted('failed', score(1)),
    counted('failed', score(0), score(0, { metric: 'latency', unit: 'ms', threshold: 5, passed: false, judge: code })),
    counted('failed', score(1), score(0, { metric: 'tools', judge: code })),
  ]
  const found = correctedCaseRate([...passed, ...missed, ...certain], [makeAccuracy()])
  expect(found.rate).toBeCloseTo(80 / 104, 12)
  expect(found.corrected?.estimate).toBeCloseTo((0.875 * 100) / 104, 12)
})

test('says why there is none', () => {
  const intent = score(1, { metric: 'intent' })
  const told = [
    correctedCaseRate([counted('not judged')], [makeAccuracy()]),
    correctedCaseRate(times(20, counted('passed', score(1), intent)), [makeAccuracy()]),
    correctedCaseRate([...passed, counted('passed', intent)], [makeAccuracy()]),
    correctedCaseRate(times(20, { verdict: 'passed', trials: [{ scores: [score(1)] }, { scores: [score(1)] }] }), [
      makeAccuracy(),
    ]),
    correctedCaseRate(passed, []),
    correctedCaseRate(passed, [makeAccuracy([10, 40, 20, 30])]),
  ]
  expect(
    told.map(({ state, corrected, rate }) => `${state} ${rate} ${corrected === null ? null : corrected.estimate}`),
  ).toEqual([
    'nothing-judged null null',
    'several-judgements 1 null',
    'several-judgements 1 null',
    'several-judgements 1 null',
    'uncalibrated 1 null',
    'chance 1 null',
  ])
})
