import fc from 'fast-check'
import { test } from 'vitest'
import { betaQuantile } from '../../src/statistics/beta-quantile.js'
import { incompleteBeta } from '../../src/statistics/incomplete-beta.js'
import { expectClose } from '../support/expect-close.js'

test('is the value below which that share lies, however near to an end', () => {
  const size = fc.double({ min: 0.5, max: 1e4, noNaN: true })
  fc.assert(
    fc.property(size, size, fc.double({ min: 1e-12, max: 0.5, noNaN: true }), (a, b, p) => {
      const { value: x, complement: y } = betaQuantile({ p, a, b })
      expectClose(incompleteBeta({ a, b, x, y }).lower, p, 1e-10)
      expectClose(x + y, 1, 1e-15)
    }),
  )
})

test('is the root of p where the other parameter is 1', () => {
  expectClose(betaQuantile({ p: 1e-40, a: 2, b: 1 }).value, 1e-20, 1e-12)
  expectClose(betaQuantile({ p: 0.025, a: 1, b: 1e6 }).value, -Math.expm1(Math.log1p(-0.025) / 1e6), 1e-12)
})
