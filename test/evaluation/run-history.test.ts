import { expect, test } from 'vitest'
import { type CaseOutcome, caseVerdict } from '../../src/evaluation/case-outcome.js'
import { caseHistories, runFigures } from '../../src/evaluation/run-history.js'
import { makeMetric } from '../store/make-case.js'

function outcomeOf(outcome: Partial<CaseOutcome> = {}): CaseOutcome {
  return {
    project: '',
    file: 'a.test.ts',
    key: 'a',
    suite: 'support',
    state: 'passed',
    metrics: [],
    trials: [true],
    ...outcome,
  }
}

test.for<[CaseOutcome, string]>([
  [outcomeOf(), 'passed'],
  [outcomeOf({ state: 'failed', trials: [true, false] }), 'failed'],
  [outcomeOf({ passed: false }), 'failed'],
  [outcomeOf({ state: 'skipped', trials: [null] }), 'not judged'],
  [outcomeOf({ trials: [null, null] }), 'not judged'],
  [outcomeOf({ trials: [null, true] }), 'passed'],
  [outcomeOf({ trials: [null], passed: true }), 'passed'],
  [outcomeOf({ trials: [] }), 'passed'],
])('%o is %s', ([outcome, verdict]) => {
  expect(caseVerdict(outcome)).toBe(verdict)
})

test('figures count cases, and average each metric over trials; a missing score is none', () => {
  const figures = runFigures([
    outcomeOf({ metrics: [makeMetric({ values: [0.2, null] }), makeMetric({ metric: 'quality', values: [null] })] }),
    outcomeOf({ state: 'failed', metrics: [makeMetric({ values: [0.4, 0.6] })] }),
    outcomeOf({ state: 'skipped', metrics: [makeMetric({ values: [1], negated: true })] }),
  ])
  expect(figures).toEqual({
    passed: 1,
    failed: 1,
    notJudged: 1,
    metrics: [
      { metric: 'intent', unit: 'unit', mean: expect.closeTo(0.4, 12) as number, n: 3 },
      { metric: 'quality', unit: 'unit', mean: null, n: 0 },
    ],
  })
})

test('one key in two files makes two histories, and runs without it are left out', () => {
  const [a, b] = [outcomeOf(), outcomeOf({ file: 'b.test.ts' })]
  const runs = [
    { run: 3, outcomes: [b, a] },
    { run: 2, outcomes: [] },
    { run: 1, outcomes: [a] },
  ]
  expect(caseHistories(runs)).toEqual([
    {
      project: '',
      file: 'a.test.ts',
      key: 'a',
      runs: [
        { run: 3, outcome: a },
        { run: 1, outcome: a },
      ],
    },
    { project: '', file: 'b.test.ts', key: 'a', runs: [{ run: 3, outcome: b }] },
  ])
})
