import { expect, test } from 'vitest'
import type { CaseOutcome } from '../../src/evaluation/case-outcome.js'
import { flakyCases } from '../../src/evaluation/flaky-cases.js'
import { proportionInterval } from '../../src/statistics/proportion-interval.js'

/** Runs with the oldest first, as one reads: what became of the trials of each case. */
function runsOf(...runs: Record<string, (boolean | null)[]>[]) {
  return runs
    .map((cases, index) => ({
      id: `run ${index + 1}`,
      outcomes: Object.entries(cases).map(([key, trials]): CaseOutcome => ({
        project: '',
        file: 'a.test.ts',
        key,
        suite: 'support',
        state: 'passed',
        metrics: [],
        trials,
      })),
    }))
    .reverse()
}

test('only what passed and failed, the lowest pass rate first, with Wilson’s interval', () => {
  const runs = runsOf(
    { always: [true, true], never: [false], half: [true, false], seldom: [false, false, true] },
    { always: [true], never: [false, false], half: [false, true], seldom: [false] },
  )
  expect(flakyCases(runs)).toEqual([
    {
      project: '',
      file: 'a.test.ts',
      suite: 'support',
      key: 'seldom',
      passed: 1,
      trials: 4,
      rate: 0.25,
      ...proportionInterval({ successes: 1, trials: 4 }),
      runs: 2,
      turned: null,
      since: null,
    },
    expect.objectContaining({ key: 'half', passed: 2, trials: 4, rate: 0.5 }),
  ])
})

test('what was not judged counts for neither', () => {
  expect(flakyCases(runsOf({ a: [true, null], b: [null] }, { a: [null], b: [null, false] }))).toEqual([])
  expect(flakyCases(runsOf({ a: [true, null] }, { a: [null] }, { a: [false] }))).toMatchObject([
    { passed: 1, trials: 2, runs: 2 },
  ])
})

test('a case that turned once, between two runs, is told from one that goes to and fro', () => {
  const runs = runsOf(
    { repaired: [false, false], broke: [true], fro: [true], within: [true] },
    { repaired: [true], broke: [false], fro: [false], within: [true, false] },
    { repaired: [true], broke: [false, false], fro: [true], within: [false] },
  )
  const turns = Object.fromEntries(flakyCases(runs).map(({ key, turned, since }) => [key, [turned, since]]))
  expect(turns).toEqual({
    repaired: ['passes since', 'run 2'],
    broke: ['fails since', 'run 2'],
    fro: [null, null],
    within: [null, null],
  })
})

test('cases of two files with one key are two', () => {
  const [run] = runsOf({ a: [true] })
  const other = run!.outcomes.map((outcome) => ({ ...outcome, file: 'b.test.ts', trials: [false] }))
  expect(flakyCases([{ id: 'one', outcomes: [...run!.outcomes, ...other] }])).toEqual([])
})
