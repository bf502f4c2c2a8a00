import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairedPermutationTest, type PairedPermutationTestInput } from '../../src/statistics/paired-permutation-test.js'
import { seededRandom } from '../../src/statistics/seeded-random.js'
import { expectClose } from '../support/expect-close.js'
import { messageOf } from '../support/message-of.js'

test('tries all ways of few pairs: only one other of 16 is as far, and equal pairs do not matter', () => {
  const input = { a: [5, 4, 5, 4, 5], b: [4, 2, 3, 4, 3], seed: 1 }
  expect(pairedPermutationTest(input)).toEqual({ difference: 1.4, pValue: 2 / 16, permutations: 16, exact: true })
  expect(pairedPermutationTest({ ...input, alternative: 'greater' }).pValue).toBe(1 / 16)
  expect(pairedPermutationTest({ ...input, alternative: 'less' }).pValue).toBe(1)
  expect(pairedPermutationTest({ a: [1, 2], b: [1, 2], seed: 1 })).toMatchObject({
    difference: 0,
    pValue: 1,
    exact: true,
  })
})

test('is no exact test of many pairs, is the same for the same seed, and never 0', () => {
  const a = Array.from({ length: 40 }, (_, at) => at + 1)
  const input = { a, b: a.map(() => 0), seed: 3, permutations: 500 }
  const found = pairedPermutationTest(input)
  expect(found).toEqual({ difference: 20.5, pValue: 2 / 501, permutations: 500, exact: false })
  expect(pairedPermutationTest(input)).toEqual(found)
  const mixed = { ...input, b: a.map((x, at) => x + (at % 3) - 0.9) }
  expect(pairedPermutationTest(mixed).pValue).not.toBe(pairedPermutationTest({ ...mixed, seed: 4 }).pValue)
})

test('random ways come near all of them', () => {
  const { random } = seededRandom({ seed: 1 })
  const a = Array.from({ length: 12 }, () => random() + 0.15)
  const input = { a, b: a.map(() => random()), seed: 5 }
  const exact = pairedPermutationTest(input)
  const near = pairedPermutationTest({ ...input, permutations: 4_000 })
  expect([exact.exact, near.exact]).toEqual([true, false])
  // Two-sided: four standard errors of twice a share.
  expect(Math.abs(near.pValue - exact.pValue)).toBeLessThan(8 * Math.sqrt(exact.pValue / 2 / 4_000))
})

test('refuses an unchanged suite in about 5 % of cases', () => {
  const { random } = seededRandom({ seed: 9 })
  let refused = 0
  for (let round = 0; round < 2_000; round++) {
    const [a, b] = [Array.from({ length: 10 }, random), Array.from({ length: 10 }, random)]
    if (pairedPermutationTest({ a, b, seed: round, permutations: 99, alternative: 'less' }).pValue <= 0.05) refused++
  }
  expect(refused / 2_000).toBeGreaterThan(0.035)
  expect(refused / 2_000).toBeLessThan(0.065)
})

const value = fc.integer({ min: -20, max: 20 })
const pairs = fc
  .array(fc.tuple(value, value), { minLength: 1, maxLength: 9 })
  .map((pairs) => ({ a: pairs.map(([a]) => a), b: pairs.map(([, b]) => b) }))

test('does not change with order, shift or scale, is mirrored with the sides swapped, and lies within 0..1', () => {
  fc.assert(
    fc.property(pairs, ({ a, b }) => {
      const found = pairedPermutationTest({ a, b, seed: 1 })
      expect(found.pValue).toBeGreaterThanOrEqual(2 ** -a.length)
      expect(found.pValue).toBeLessThanOrEqual(1)
      expect(pairedPermutationTest({ a: b, b: a, seed: 1 }).pValue).toBe(found.pValue)
      expect(pairedPermutationTest({ a: [...a].reverse(), b: [...b].reverse(), seed: 2 }).pValue).toBe(found.pValue)
      const tenths = pairedPermutationTest({ a: a.map((x) => x / 10 + 3), b: b.map((x) => x / 10 + 3), seed: 1 })
      // Pairs that differ by rounding alone double the ways and change no share.
      expectClose(tenths.pValue, found.pValue, 1e-12)
      const [greater, less] = (['greater', 'less'] as const).map(
        (alternative) => pairedPermutationTest({ a, b, seed: 1, alternative }).pValue,
      )
      expectClose(found.pValue, Math.min(1, 2 * Math.min(greater!, less!)), 1e-12)
    }),
  )
})

test('says what it expected', () => {
  const wrong = [
    { a: [], b: [], seed: 1 },
    { a: [1], b: [1, 2], seed: 1 },
    { a: [NaN], b: [1], seed: 1 },
    { a: [1], b: [2], seed: 0.5 },
    { a: [1], b: [2], seed: 1, permutations: 0 },
    { a: [1], b: [2], seed: 1, alternative: 'smaller' },
  ] as PairedPermutationTestInput[]
  expect(wrong.map((input) => messageOf(() => pairedPermutationTest(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: pairedPermutationTest() expects at least one pair, and got none.",
      "RangeError: pairedPermutationTest() expects two series of the same length, and got 1 and 2.",
      "RangeError: pairedPermutationTest() expects finite values, and got NaN: leave missing values out.",
      "RangeError: seededRandom() expects a whole number as seed, and got 0.5.",
      "RangeError: pairedPermutationTest() expects a whole number of permutations from 1, and got 0.",
      "RangeError: pairedPermutationTest() expects the alternative 'two-sided', 'greater' or 'less', and got "smaller".",
    ]
  `)
})
