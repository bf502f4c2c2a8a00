import { test } from 'vitest'
import { tTestPower } from '../../src/statistics/t-test-power.js'
import { expectClose } from '../support/expect-close.js'

test('is alpha without a difference, on one side and on two', () => {
  for (const alternative of ['one-sided', 'two-sided'] as const) {
    const { power } = tTestPower({ noncentrality: 0, degreesOfFreedom: 7, alpha: 0.05, alternative })
    expectClose(power, 0.05, 1e-11)
  }
})

test('with very many degrees of freedom it is that of the normal distribution', () => {
  const design = { noncentrality: 1.959963984540054, degreesOfFreedom: 1e7, alpha: 0.025 }
  expectClose(tTestPower({ ...design, alternative: 'one-sided' }).power, 0.5, 1e-6)
})
