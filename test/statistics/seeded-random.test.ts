import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../../src/statistics/seeded-random.js'

function draw(seed: number, count: number): number[] {
  const { random } = seededRandom({ seed })
  return Array.from({ length: count }, random)
}

test('the same seed gives the same numbers, another seed others', () => {
  const seed = fc.maxSafeInteger()
  fc.assert(
    fc.property(seed, (one) => {
      expect(draw(one, 5)).toEqual(draw(one, 5))
      expect(draw(one, 5)).not.toEqual(draw(one === 0 ? 1 : -one, 5))
    }),
  )
})

test('stays the same from release to release', () => {
  expect(draw(1, 3)).toMatchInlineSnapshot(`
    [
      0.5686059962026775,
      0.753928849240765,
      0.8893939366098493,
    ]
  `)
})

test('is uniform in 0 ≤ x < 1', () => {
  const counts = new Array<number>(10).fill(0)
  const numbers = draw(7, 100_000)
  expect(numbers.filter((x) => x < 0 || x >= 1)).toEqual([])
  for (const x of numbers) counts[Math.floor(x * 10)]! += 1
  // Chi-squared with 9 degrees of freedom: above 27.9 once in a thousand.
  expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9)
})

test('refuses a seed that is no whole number', () => {
  expect(() => seededRandom({ seed: 0.5 })).toThrowErrorMatchingInlineSnapshot(
    `[RangeError: seededRandom() expects a whole number as seed, and got 0.5.]`,
  )
})
