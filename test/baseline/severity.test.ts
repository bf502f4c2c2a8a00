import { expect, test } from 'vitest'
import type { MetricComparison } from '../../src/baseline/comparison.js'
import { severity } from '../../src/baseline/severity.js'

const of = (unit: MetricComparison['unit'], before: number | null, change: number | null) =>
  severity({ unit, before, change } as MetricComparison)

test('ranks scores by their loss, then numbers and times by their share', () => {
  const worstFirst = [
    of('unit', 0.9, -0.8),
    of('unit', 0.9, -0.1),
    of('number', 0, 1e-9),
    of('number', 1, 3),
    of('number', 1000, -300),
    of('ms', 10, 90_000),
    of('ms', 1000, 2000),
    of('ms', 1000, null),
  ]
  expect(worstFirst).toEqual(worstFirst.toSorted((a, b) => b - a))
  expect(new Set(worstFirst).size).toBe(worstFirst.length)
})
