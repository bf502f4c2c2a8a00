import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kendallTau } from '../../src/statistics/kendall-tau.js'
import { seededRandom } from '../../src/statistics/seeded-random.js'
import { messageOf } from '../support/message-of.js'

/** By the definition, pair by pair. */
function slowly(a: number[], b: number[]): number {
  let [excess, inA, inB] = [0, 0, 0]
  for (const one of a.keys()) {
    for (let other = 0; other < one; other++) {
      const [x, y] = [Math.sign(a[one]! - a[other]!), Math.sign(b[one]! - b[other]!)]
      excess += x * y
      inA += x * x
      inB += y * y
    }
  }
  return excess / Math.sqrt(inA * inB)
}

const value = fc.integer({ min: 0, max: 8 })
const series = fc
  .array(fc.tuple(value, value), { minLength: 2, maxLength: 30 })
  .map((pairs) => ({ a: pairs.map(([a]) => a), b: pairs.map(([, b]) => b) }))
  .filter(({ a, b }) => new Set(a).size > 1 && new Set(b).size > 1)

test('is what its definition says, pair by pair', () => {
  fc.assert(
    fc.property(series, ({ a, b }) => {
      expect(kendallTau({ a, b }).value).toBeCloseTo(slowly(a, b), 12)
    }),
  )
})

test('does not change with sides or order, looks at the order of values alone, and turns with the sign', () => {
  fc.assert(
    fc.property(series, ({ a, b }) => {
      const { value, n } = kendallTau({ a, b })
      expect(n).toBe(a.length)
      expect(Math.abs(value)).toBeLessThanOrEqual(1)
      expect(kendallTau({ a: b, b: a }).value).toBeCloseTo(value, 12)
      expect(kendallTau({ a: [...a].reverse(), b: [...b].reverse() }).value).toBe(value)
      expect(kendallTau({ a: a.map((x) => x ** 3), b }).value).toBe(value)
      expect(kendallTau({ a: a.map((x) => -x), b }).value).toBeCloseTo(-value, 12)
      expect(kendallTau({ a, b: a }).value).toBeCloseTo(1, 12)
    }),
  )
})

test('takes 100,000 cases in well under a second', () => {
  const { random } = seededRandom({ seed: 2 })
  const [a, b] = [Array.from({ length: 100_000 }, random), Array.from({ length: 100_000 }, random)]
  const start = performance.now()
  expect(Math.abs(kendallTau({ a, b }).value)).toBeLessThan(0.01)
  expect(performance.now() - start).toBeLessThan(2_000)
})

test('says what it expected', () => {
  const wrong = [
    { a: [], b: [] },
    { a: [1], b: [1] },
    { a: [1, 2], b: [1] },
    { a: [1, Infinity], b: [1, 2] },
    { a: [1, 2], b: [3, 3] },
    { a: [3, 3], b: [1, 2] },
  ]
  expect(wrong.map((input) => messageOf(() => kendallTau(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: kendallTau() expects at least 2 cases, and got 0.",
      "RangeError: kendallTau() expects at least 2 cases, and got 1.",
      "RangeError: kendallTau() expects two series of the same length, and got 2 and 1.",
      "RangeError: kendallTau() expects finite values, and got Infinity: leave missing values out.",
      "RangeError: kendallTau() expects values that differ, and got a series of one value only.",
      "RangeError: kendallTau() expects values that differ, and got a series of one value only.",
    ]
  `)
})
