import { expect, test } from 'vitest'
import { isBuiltInMetric } from '../../src/evaluation/built-in-metrics.js'
import { isJudgement, SCORE_UNITS } from '../../src/evaluation/score-unit.js'

test('only what is asserted of a score of 0..1 is a judgement', () => {
  expect(SCORE_UNITS.filter((unit) => isJudgement({ unit, threshold: 1 }))).toEqual(['unit'])
  expect(SCORE_UNITS.filter((unit) => isJudgement({ unit, threshold: null }))).toEqual([])
})

test.for([
  ['quality', true],
  ['quality#2', true],
  ['quality:tone', true],
  ['cost', true],
  ['quality-of-life', false],
  ['my quality', false],
  ['', false],
] as const)('"%s" is a metric of ours: %s', ([name, is]) => {
  expect(isBuiltInMetric(name)).toBe(is)
})
