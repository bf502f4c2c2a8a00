import { expect, test } from 'vitest'
import { clusterTotals } from '../../src/statistics/cluster-totals.js'
import { expectClose } from '../support/expect-close.js'

test('one part a cluster, which add up to 0 and their squares to the variance of the mean', () => {
  const { mean, totals } = clusterTotals({ name: 'f', values: [1, 2, 6], clusters: ['x', 'x', 'y'] })
  expect(mean).toBe(3)
  expectClose(totals.get('x')!, -Math.SQRT2, 1e-14)
  expectClose(totals.get('y')!, Math.SQRT2, 1e-14)
})

test('names the function that was called', () => {
  expect(() => clusterTotals({ name: 'f', values: [1], clusters: [1] })).toThrow(
    'f() expects at least 2 clusters, and got 1.',
  )
})
