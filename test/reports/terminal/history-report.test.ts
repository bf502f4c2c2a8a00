import { describe, expect, test } from 'vitest'
import type { CaseOutcome } from '../../../src/evaluation/case-outcome.js'
import type { FlakyCase } from '../../../src/evaluation/flaky-cases.js'
import type { RunFigures } from '../../../src/evaluation/run-history.js'
import { comparedSides } from '../../../src/reports/terminal/compared-sides.js'
import { displayWidth } from '../../../src/reports/terminal/display-width.js'
import { flakyReport } from '../../../src/reports/terminal/flaky-report.js'
import { caseHistoryReport, historyReport, type HistoryRun } from '../../../src/reports/terminal/history-report.js'
import { makeMetric } from '../../store/make-case.js'

const look = { idLength: 13, colors: false, columns: 130, offsetMinutes: 60 }

function runOf(run: Partial<HistoryRun> = {}): HistoryRun {
  return {
    id: '0193aaaa-0001-7000-8000-000000000000',
    startedAt: '2026-11-23T18:00:05.000Z',
    commit: 'c0a2821c0a2821c0a2821c0a2821c0a2821c0a28',
    branch: 'main',
    dirty: false,
    judge: { name: 'openai/gpt-4.1-mini' },
    result: { outcome: 'passed', partial: null },
    ...run,
  }
}

const figures: RunFigures = {
  passed: 58,
  failed: 0,
  notJudged: 2,
  metrics: [
    { metric: 'intent', unit: 'unit', mean: 0.912, n: 60 },
    { metric: 'quality', unit: 'unit', mean: 0.85, n: 18 },
    { metric: 'latency', unit: 'ms', mean: 800, n: 18 },
  ],
}

const runs = [
  { run: runOf({ result: null, dirty: true }), figures: { passed: 3, failed: 0, notJudged: 0, metrics: [] } },
  { run: runOf({ result: { outcome: 'failed', partial: 'only a shard ran' } }), figures: { ...figures, failed: 1234 } },
  { run: runOf({ commit: null, branch: null, dirty: null }), figures },
]

describe('historyReport', () => {
  test('a line a run', () => {
    expect(historyReport(runs, look)).toMatchInlineSnapshot(`
      " run            date                 code           passed  failed  not judged  intent   quality  outcome
       0193aaaa-0001  2026-11-23 19:00:05  main c0a2821+       3       0           0       –         –  not ended
         judge openai/gpt-4.1-mini
       0193aaaa-0001  2026-11-23 19:00:05  main c0a2821       58   1,234           2    0.91  4.4 of 5  failed, a part
         judge openai/gpt-4.1-mini
       0193aaaa-0001  2026-11-23 19:00:05  –                  58       0           2    0.91  4.4 of 5  passed
         judge openai/gpt-4.1-mini"
    `)
  })

  test('fits a narrow terminal', () => {
    for (const columns of [60, 80, 100]) {
      const lines = historyReport(runs, { ...look, columns }).split('\n')
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns)
    }
  })

  test('names steer no terminal', () => {
    const branch = 'a\u001b[2J\nb\u009b31m'
    const text = historyReport([{ run: runOf({ branch, judge: { name: 'x\u202ey' } }), figures }], look)
    // eslint-disable-next-line no-control-regex -- control characters are what it looks for
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(text.split('\n')).toHaveLength(2)
  })
})

test('one case over runs', () => {
  const outcome: CaseOutcome = {
    project: 'node',
    file: 'a.test.ts',
    key: 'late\u001b[2Jparcel',
    suite: 'support',
    state: 'passed',
    metrics: [makeMetric({ mean: 0.925 }), makeMetric({ key: 'quality#2', metric: 'quality', mean: 0.5 })],
    trials: [true, null, false],
  }
  const missed: CaseOutcome = { ...outcome, state: 'failed', metrics: [makeMetric({ mean: null })], trials: [] }
  const history = {
    ...outcome,
    runs: [
      { run: runOf(), outcome },
      { run: runOf(), outcome: missed },
    ],
  }
  expect(caseHistoryReport([history, { ...history, project: '', runs: history.runs.slice(1) }], look))
    .toMatchInlineSnapshot(`
      " [node] a.test.ts › lateparcel

       run            date                 code          judge                case    trials  intent  quality#2
       0193aaaa-0001  2026-11-23 19:00:05  main c0a2821  openai/gpt-4.1-mini  passed     1/2    0.93   3.0 of 5
       0193aaaa-0001  2026-11-23 19:00:05  main c0a2821  openai/gpt-4.1-mini  failed     0/0       –          –

       a.test.ts › lateparcel

       run            date                 code          judge                case    trials  intent
       0193aaaa-0001  2026-11-23 19:00:05  main c0a2821  openai/gpt-4.1-mini  failed     0/0       –"
    `)
})

test('flaky cases', () => {
  const flaky: FlakyCase = {
    project: '',
    file: 'a.test.ts',
    key: 'late\u001b[2Jparcel',
    suite: 'support',
    passed: 1,
    trials: 200,
    rate: 0.005,
    lower: 0.0009,
    upper: 0.0278,
    runs: 20,
    turned: null,
    since: null,
  }
  const broke: FlakyCase = {
    ...flaky,
    passed: 2,
    trials: 3,
    rate: 2 / 3,
    lower: 0.2,
    upper: 0.94,
    turned: 'fails since',
    since: runOf().id,
  }
  expect(flakyReport({ ...look, cases: [flaky, broke], runs: 20 })).toMatchInlineSnapshot(`
    " 2 cases that passed in some trials and failed in others, over the last 20 runs

     case                    pass rate       95 %  trials  runs                     turned
     a.test.ts › lateparcel       <1 %   <1 %–3 %   1/200    20
     a.test.ts › lateparcel       67 %  20 %–94 %     2/3    20  fails since 0193aaaa-0001"
  `)
  expect(flakyReport({ ...look, cases: [], runs: 1 })).toMatchInlineSnapshot(
    `" no case passed in one trial and failed in another, over the last run"`,
  )
})

test('what is compared', () => {
  expect(comparedSides({ ...look, before: 'snapshots', after: runOf() })).toMatchInlineSnapshot(`
    " baseline  the files in snapshots
     run       0193aaaa-0001-7000-8000-000000000000 · 2026-11-23 19:00:05 · main c0a2821 · openai/gpt-4.1-mini"
  `)
  expect(comparedSides({ ...look, columns: 60, before: runOf({ commit: null, branch: null }), after: runOf() }))
    .toMatchInlineSnapshot(`
      " baseline  0193aaaa-0001-7000-8000-000000000000 ·
                 2026-11-23 19:00:05 · openai/gpt-4.1-mini
       run       0193aaaa-0001-7000-8000-000000000000 ·
                 2026-11-23 19:00:05 · main c0a2821 ·
                 openai/gpt-4.1-mini"
    `)
})
