import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialProbability } from '../../src/statistics/binomial-probability.js'
import { expectClose } from '../support/expect-close.js'

/** scipy.stats.binom.pmf of SciPy 1.17.1. */
const REFERENCE: [number, number, number, number][] = [
  [0, 5, 0.3, 0.16807],
  [5, 5, 0.3, 0.00243],
  [30, 100, 0.3, 0.08678386475342786],
  [499_000, 1_000_000, 0.5, 0.00010798197801891438],
  [3, 1_000_000, 1e-5, 0.007566480927945301],
]

test.for(REFERENCE)('of %d successes in %d trials at %d is that of SciPy', ([successes, trials, p, expected]) => {
  expectClose(binomialProbability({ successes, trials, p }).value, expected, 1e-11)
})

test('adds up to 1, and is mirrored with failures for successes', () => {
  fc.assert(
    fc.property(fc.nat({ max: 60 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (trials, p) => {
      const all = Array.from(
        { length: trials + 1 },
        (_, successes) => binomialProbability({ successes, trials, p }).value,
      )
      expect(all.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12)
      const mirrored = all.map((_, successes) => binomialProbability({ successes, trials, p: 1 - p }).value).reverse()
      for (const [at, value] of all.entries()) expectClose(mirrored[at]!, value, 1e-11)
    }),
  )
})
