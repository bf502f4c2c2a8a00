import { expect, test } from 'vitest'
import {
  expectConfidence,
  expectCount,
  expectFinite,
  expectOneOf,
  expectSameLength,
  expectTrials,
} from '../../src/statistics/input-checks.js'

test('let what is good pass', () => {
  expect(() => {
    expectConfidence('f', 0.95)
    expectCount('f', 'pairs', 2, 2)
    expectFinite('f', [-1, 0, 1e300])
    expectOneOf('f', 'method', ['a', 'b'], 'b')
    expectSameLength('f', [1], ['x'])
    expectTrials('f', { successes: 0, trials: 1 })
  }).not.toThrow()
})

test.for([
  [() => expectConfidence('f', 1), 'f() expects a confidence above 0 and below 1, and got 1.'],
  [() => expectCount('f', 'pairs', 1, 2), 'f() expects a whole number of pairs from 2, and got 1.'],
  [() => expectCount('f', 'pairs', 2 ** 60), 'f() expects a whole number of pairs from 0'],
  [() => expectFinite('f', [1, NaN]), 'f() expects finite values, and got NaN: leave missing values out.'],
  [() => expectOneOf('f', 'method', ['a', 'b', 'c'], 'd'), `f() expects the method 'a', 'b' or 'c', and got "d".`],
  [() => expectSameLength('f', [1], []), 'f() expects two series of the same length, and got 1 and 0.'],
  [() => expectTrials('f', { successes: 2, trials: 1 }), 'f() expects a whole number of successes from 0 to 1'],
] as const)('%s is refused', ([check, message]) => {
  expect(check).toThrow(message)
  expect(check).toThrow(RangeError)
})
