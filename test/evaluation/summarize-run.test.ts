import { expect, test } from 'vitest'
import { evaluateTest, type FinishedTest } from '../../src/evaluation/evaluate-test.js'
import { summarizeRun } from '../../src/evaluation/summarize-run.js'
import { makeReply, makeScore, makeTest, makeTrial } from './make-record.js'

function summarize(tests: FinishedTest[]) {
  return summarizeRun(tests.map(evaluateTest).filter((evaluated) => evaluated !== null))
}

const criteria = [{ name: 'passRate', expected: 0.9, actual: 1, passed: true }]
const acceptance = { suite: 'support', criteria }

test('summarises by suite, sorted by project, file and suite', () => {
  const greets = (test: Partial<FinishedTest>) =>
    makeTest([makeTrial({ scores: [makeScore({ value: 0.5 })] })], { state: 'failed', ...test })
  const summary = summarize([
    greets({ project: 'web' }),
    greets({ file: 'z.test.ts' }),
    greets({ suite: 'billing' }),
    greets({}),
    greets({}),
    makeTest([], {}, { acceptance }),
  ])
  expect(summary.suites.map(({ project, file, suite, cases }) => [project, file, suite, cases])).toEqual([
    ['', 'support.test.ts', 'billing', 1],
    ['', 'support.test.ts', 'support', 2],
    ['', 'z.test.ts', 'support', 1],
    ['web', 'support.test.ts', 'support', 1],
  ])
  expect(summary.suites[1]).toMatchObject({ failed: 2, passed: 0, skipped: 0, acceptance })
})

test('averages no missing score, and interpolates the latencies', () => {
  const values = [1, 0.5, null]
  const summary = summarize(
    values.map((value, index) =>
      makeTest([
        makeTrial({
          replies: [makeReply({ durationMs: (index + 1) * 10, usage: { inputTokens: 3 } })],
          scores: [
            makeScore({ value, ...(value === null && { declined: 'the intent has no examples' }) }),
            makeScore({ metric: 'latency', unit: 'ms', value: 10, passed: true }),
          ],
        }),
      ]),
    ),
  )
  expect(summary).toMatchSnapshot()
  expect(summary.suites[0]?.metrics[0]).toEqual({ metric: 'intent', unit: 'unit', mean: 0.75, n: 2 })
  expect(summary.suites[0]?.latency).toEqual({ p50Ms: 20, p95Ms: 29, n: 3 })
})

test('names every judge, with what stood in for what', () => {
  const local = makeScore().judge
  const standIn = { ...local, standIn: 'OPENAI_API_KEY is not set' }
  const down = { name: 'openai/gpt-4.1-mini', kind: 'llm' as const, fingerprint: 'ff' }
  const summary = summarize([
    makeTest([makeTrial({ scores: [makeScore(), makeScore({ judge: standIn }), makeScore({ judge: standIn })] })]),
    makeTest([makeTrial({ scores: [makeScore({ judge: down, value: null, error: '503' })] })]),
  ])
  expect(summary.judges).toEqual([
    { ...standIn, judgements: 2 },
    { ...local, judgements: 1 },
    { ...down, judgements: 0 },
  ])
  expect(summary).toMatchObject({ judged: 3, notJudged: 0, errors: 1 })
})

test('groups the reasons of what was not judged, most frequent first', () => {
  const declined = (reason: string) => makeScore({ value: null, declined: reason })
  const scores = [declined('b'), declined('a'), declined('c'), declined('c')]
  expect(summarize([makeTest([makeTrial({ scores })])]).notJudgedReasons).toEqual([
    { reason: 'c', count: 2 },
    { reason: 'a', count: 1 },
    { reason: 'b', count: 1 },
  ])
})

test('keeps scores of `.not` out of the mean', () => {
  const scores = [makeScore({ value: 1 }), makeScore({ value: 0, negated: true, passed: true })]
  const [suite] = summarize([makeTest([makeTrial({ scores })])]).suites
  expect(suite?.metrics).toEqual([{ metric: 'intent', unit: 'unit', mean: 1, n: 1 }])
  expect(suite?.judged).toBe(2)
})

test('counts a miss that did not fail its test', () => {
  const missed = makeTest([makeTrial({ passed: false })], { state: 'passed' }, { passed: false })
  expect(summarize([missed, makeTest([makeTrial()])]).suites[0]).toMatchObject({ cases: 2, passed: 1, failed: 1 })
})

test('of nothing is empty', () => {
  expect(summarize([])).toEqual({
    suites: [],
    judges: [],
    judged: 0,
    notJudged: 0,
    errors: 0,
    replayed: { judgements: 0, replies: 0 },
    notJudgedReasons: [],
    assistantUsage: {},
    judgeUsage: {},
    unpricedModels: [],
    lengthBias: null,
    passRates: [],
  })
})

test('neither what a run took nor what is only recorded is a judgement', () => {
  const recorded = makeScore({ metric: 'recall', threshold: null, passed: null })
  const scores = [
    makeScore(),
    recorded,
    { ...recorded, metric: 'words', unit: 'number' as const, value: 300 },
    makeScore({ metric: 'cost', unit: 'usd', value: 0.5 }),
    makeScore({ metric: 'tokens', unit: 'tokens', value: 900 }),
  ]
  const summary = summarize([makeTest([makeTrial({ scores })])])
  expect(summary).toMatchObject({ judged: 1, notJudged: 0, errors: 0 })
  expect(summary.judges).toMatchObject([{ judgements: 1 }])
  expect(summary.suites[0]?.metrics).toContainEqual({ metric: 'words', unit: 'number', mean: 300, n: 1 })
})
