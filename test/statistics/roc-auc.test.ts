import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rocAuc, type RocAucInput } from '../../src/statistics/roc-auc.js'
import { messageOf } from '../support/message-of.js'

const cases = fc
  .array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 9 })), { minLength: 2, maxLength: 40 })
  .map((pairs) => ({ labels: pairs.map(([label]) => label), scores: pairs.map(([, score]) => score) }))
  .filter(({ labels }) => new Set(labels).size === 2)

test('is the share of pairs in the right order, ties counting half', () => {
  fc.assert(
    fc.property(cases, ({ labels, scores }) => {
      const of = (wanted: boolean) => scores.filter((_, at) => labels[at] === wanted)
      const pairs = of(true).flatMap((one) => of(false).map((other) => (Math.sign(one - other) + 1) / 2))
      const found = rocAuc({ labels, scores })
      expect(found.value).toBeCloseTo(pairs.reduce((sum, x) => sum + x, 0) / pairs.length, 12)
      expect(found.positives + found.negatives).toBe(labels.length)
    }),
  )
})

test('looks at the order of scores alone, takes 0 and 1, and is mirrored with scores or labels turned', () => {
  fc.assert(
    fc.property(cases, ({ labels, scores }) => {
      const { value } = rocAuc({ labels, scores })
      expect(rocAuc({ labels: labels.map((label) => (label ? 1 : 0)), scores }).value).toBe(value)
      expect(rocAuc({ labels, scores: scores.map((score) => Math.exp(score)) }).value).toBe(value)
      expect(rocAuc({ labels, scores: scores.map((score) => -score) }).value).toBeCloseTo(1 - value, 12)
      expect(rocAuc({ labels: labels.map((label) => !label), scores }).value).toBeCloseTo(1 - value, 12)
    }),
  )
})

test('says what it expected', () => {
  const wrong = [
    { labels: [], scores: [] },
    { labels: [1, 1], scores: [1, 2] },
    { labels: [0, 0], scores: [1, 2] },
    { labels: [0, 1], scores: [1] },
    { labels: [0, 1], scores: [1, NaN] },
    { labels: [0, 2], scores: [1, 2] },
    { labels: [0, NaN], scores: [1, 2] },
  ] as RocAucInput[]
  expect(wrong.map((input) => messageOf(() => rocAuc(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: rocAuc() expects labels of either kind, and got 0 positive and 0 negative.",
      "RangeError: rocAuc() expects labels of either kind, and got 2 positive and 0 negative.",
      "RangeError: rocAuc() expects labels of either kind, and got 0 positive and 2 negative.",
      "RangeError: rocAuc() expects two series of the same length, and got 2 and 1.",
      "RangeError: rocAuc() expects finite values, and got NaN: leave missing values out.",
      "RangeError: rocAuc() expects the labels 0 and 1, or false and true, and got 2.",
      "RangeError: rocAuc() expects the labels 0 and 1, or false and true, and got NaN.",
    ]
  `)
})
