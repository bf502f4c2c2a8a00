import { expect, test } from 'vitest'
import { baselineOfCases } from '../../src/baseline/baseline-of-cases.js'
import { RunComparer } from '../../src/baseline/compare.js'
import { defaultTolerances } from '../../src/baseline/tolerances.js'
import { makeCase, makeMetric } from '../store/make-case.js'

const place = { project: '', file: 'src/support.test.ts' }

test('a run held against itself is stable, and what it did not judge is in no baseline', () => {
  const comparer = new RunComparer(defaultTolerances)
  const declined = makeCase({ key: 'declined', metrics: [makeMetric({ values: [null], mean: null, declined: 1 })] })
  const cases = [makeCase({ key: 'a', contextHash: 'c1' }), makeCase({ key: 'b' }), declined]
  const baseline = baselineOfCases(place, cases, comparer)
  expect(Object.keys(baseline?.entries ?? {})).toEqual(['a', 'b'])
  const collected = cases.map(({ key }) => key)
  const { counts } = comparer.compareRun([{ ...place, baseline, cases, collected }])
  expect(counts).toMatchObject({ stable: 2, new: 0, removed: 0, incomparable: 0, degraded: 0 })
})

test('without any score there is none', () => {
  expect(baselineOfCases(place, [makeCase({ metrics: [] })], new RunComparer(defaultTolerances))).toBeNull()
})
