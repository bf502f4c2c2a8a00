import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  clusteredMeanDifference,
  type ClusteredMeanDifferenceInput,
} from '../../src/statistics/clustered-mean-difference.js'
import { pairedTTest } from '../../src/statistics/paired-t-test.js'
import { seededRandom } from '../../src/statistics/seeded-random.js'
import { welchTTest } from '../../src/statistics/welch-t-test.js'
import { expectClose } from '../support/expect-close.js'
import { messageOf } from '../support/message-of.js'

const value = fc.integer({ min: -100, max: 100 })
const values = fc.array(value, { minLength: 2, maxLength: 20 })
const alternative = fc.constantFrom('two-sided' as const, 'greater' as const, 'less' as const)

test('with one value a cluster, all clusters in both, it is the paired t test', () => {
  const pairs = fc
    .array(fc.tuple(value, value), { minLength: 2, maxLength: 20 })
    .filter((pairs) => new Set(pairs.map(([a, b]) => a - b)).size > 1)
  fc.assert(
    fc.property(pairs, alternative, (pairs, alternative) => {
      const [a, b] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)]
      const clusters = [...pairs.keys()]
      const found = clusteredMeanDifference({ a: { values: a, clusters }, b: { values: b, clusters }, alternative })
      const paired = pairedTTest({ a, b, alternative })
      expectClose(found.standardError, paired.standardError, 1e-9)
      expect(found.pValue).toBeCloseTo(paired.pValue, 9)
      expect(found.degreesOfFreedom).toBe(paired.degreesOfFreedom)
      expect(found.lower).toBeCloseTo(paired.lower, 6)
    }),
  )
})

test('with one value a cluster, none in both, it has the standard error of Welch, and is more cautious', () => {
  fc.assert(
    fc.property(values, values, (a, b) => {
      fc.pre(new Set(a).size > 1)
      const found = clusteredMeanDifference({
        a: { values: a, clusters: a.map((_, at) => `a${at}`) },
        b: { values: b, clusters: b.map((_, at) => `b${at}`) },
      })
      const welch = welchTTest({ a, b })
      expectClose(found.standardError, welch.standardError, 1e-9)
      expect(found.pValue).toBeGreaterThanOrEqual(welch.pValue - 1e-9)
      expect(found.clusters).toBe(a.length + b.length)
    }),
  )
})

test('is mirrored with the groups swapped, and refuses where its interval leaves 0 out', () => {
  const clustered = fc
    .array(fc.tuple(value, fc.integer({ min: 1, max: 5 })), { minLength: 4, maxLength: 30 })
    .map((pairs) => ({ values: pairs.map(([value]) => value), clusters: pairs.map(([, cluster]) => cluster) }))
    .filter(({ clusters }) => new Set(clusters).size > 1)
  fc.assert(
    fc.property(clustered, clustered, (a, b) => {
      const found = clusteredMeanDifference({ a, b })
      fc.pre(found.pValue !== null)
      const swapped = clusteredMeanDifference({ a: b, b: a })
      expect(swapped.estimate).toBeCloseTo(-found.estimate, 9)
      expect(swapped.pValue).toBeCloseTo(found.pValue, 9)
      expect(found.pValue < 0.05).toBe(found.lower > 0 || found.upper < 0)
    }),
  )
})

test('has no p-value where all clusters say the same', () => {
  const clusters = ['x', 'y', 'z']
  const a = { values: [0.3, 0.5, 0.9], clusters }
  const same = clusteredMeanDifference({ a, b: a })
  expect(same).toMatchObject({ estimate: 0, standardError: 0, lower: 0, upper: 0, statistic: null, pValue: null })
  const moved = clusteredMeanDifference({ a: { values: a.values.map((x) => x + 0.1), clusters }, b: a })
  expect(moved).toMatchObject({ standardError: 0, statistic: null, pValue: null })
  expect(moved.estimate).toBeCloseTo(0.1, 12)
})

test('of an unchanged suite, 20 cases of 3 trials on either side, it refuses in about 5 % of cases', () => {
  const { random } = seededRandom({ seed: 6 })
  let refused = 0
  const rounds = 2_000
  for (let round = 0; round < rounds; round++) {
    const levels = Array.from({ length: 20 }, random)
    const group = () => ({
      values: levels.flatMap((level) => [level, level, level].map((mean) => mean + random())),
      clusters: levels.flatMap((_, at) => [at, at, at]),
    })
    const { pValue } = clusteredMeanDifference({ a: group(), b: group() })
    if (pValue !== null && pValue < 0.05) refused++
  }
  expect(refused / rounds).toBeGreaterThan(0.035)
  expect(refused / rounds).toBeLessThan(0.065)
})

test('says what it expected', () => {
  const good = { values: [1, 2, 4], clusters: [1, 2, 3] }
  const wrong = [
    { a: { values: [1], clusters: [1] }, b: good },
    { a: good, b: { values: [1, 2], clusters: [1, 1] } },
    { a: good, b: { values: [1, 2], clusters: [1, 2, 3] } },
    { a: good, b: { values: [1, Infinity], clusters: [1, 2] } },
    { a: good, b: good, confidence: 0 },
    { a: good, b: good, alternative: 'smaller' },
  ] as ClusteredMeanDifferenceInput[]
  expect(wrong.map((input) => messageOf(() => clusteredMeanDifference(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: clusteredMeanDifference() expects at least 2 clusters, and got 1.",
      "RangeError: clusteredMeanDifference() expects at least 2 clusters, and got 1.",
      "RangeError: clusteredMeanDifference() expects a cluster for each value, and got 2 values and 3 clusters.",
      "RangeError: clusteredMeanDifference() expects finite values, and got Infinity: leave missing values out.",
      "RangeError: clusteredMeanDifference() expects a confidence above 0 and below 1, and got 0.",
      "RangeError: clusteredMeanDifference() expects the alternative 'two-sided', 'greater' or 'less', and got "smaller".",
    ]
  `)
})
