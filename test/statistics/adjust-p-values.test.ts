import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustPValues, type AdjustmentMethod } from '../../src/statistics/adjust-p-values.js'
import { expectClose } from '../support/expect-close.js'
import { messageOf } from '../support/message-of.js'

/** Benjamini and Yekutieli: scipy.stats.false_discovery_control of SciPy 1.17.1; the others by hand. */
const REFERENCE: [AdjustmentMethod, number[]][] = [
  ['bonferroni', [0.04, 0.16, 0.12, 1]],
  ['holm', [0.04, 0.09, 0.09, 0.5]],
  ['hochberg', [0.04, 0.08, 0.08, 0.5]],
  ['benjamini-hochberg', [0.04, 0.16 / 3, 0.16 / 3, 0.5]],
  ['benjamini-yekutieli', [0.08333333333333333, 0.1111111111111111, 0.1111111111111111, 1]],
]

test.for(REFERENCE)('%s', ([method, expected]) => {
  const { adjusted } = adjustPValues({ pValues: [0.01, 0.04, 0.03, 0.5], method })
  for (const [at, value] of expected.entries()) expectClose(adjusted[at]!, value, 1e-14)
})

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 })
const of = (pValues: number[], method?: AdjustmentMethod) => adjustPValues({ pValues, method }).adjusted

test('keeps order and place, never lowers, and stays within 1', () => {
  fc.assert(
    fc.property(pValues, fc.constantFrom(...REFERENCE.map(([method]) => method)), (pValues, method) => {
      const adjusted = of(pValues, method)
      expect(adjusted).toHaveLength(pValues.length)
      for (const [at, p] of pValues.entries()) {
        expect(adjusted[at]).toBeGreaterThanOrEqual(p)
        expect(adjusted[at]).toBeLessThanOrEqual(1)
        for (const [other, q] of pValues.entries())
          if (p < q) expect(adjusted[at]).toBeLessThanOrEqual(adjusted[other]!)
      }
      expect(of([...pValues].reverse(), method)).toEqual([...adjusted].reverse())
    }),
  )
})

test('Hochberg ≤ Holm ≤ Bonferroni, and Benjamini–Hochberg below all of them', () => {
  fc.assert(
    fc.property(pValues, (pValues) => {
      const [bonferroni, holm, hochberg, rate] = [
        of(pValues, 'bonferroni'),
        of(pValues),
        of(pValues, 'hochberg'),
        of(pValues, 'benjamini-hochberg'),
      ]
      for (const at of pValues.keys()) {
        expect(holm[at]).toBeLessThanOrEqual(bonferroni[at]!)
        expect(hochberg[at]).toBeLessThanOrEqual(holm[at]!)
        expect(rate[at]).toBeLessThanOrEqual(hochberg[at]! * (1 + 1e-15))
      }
    }),
  )
})

test('of none there are none, and one alone stays as it is', () => {
  expect(of([])).toEqual([])
  expect(of([0.03])).toEqual([0.03])
})

test('says what it expected', () => {
  const wrong = [
    { pValues: [1.1] },
    { pValues: [-0.1] },
    { pValues: [0.5, NaN] },
    { pValues: [0.5], method: 'fdr' as 'holm' },
  ]
  expect(wrong.map((input) => messageOf(() => adjustPValues(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: adjustPValues() expects p-values within 0..1, and got 1.1.",
      "RangeError: adjustPValues() expects p-values within 0..1, and got -0.1.",
      "RangeError: adjustPValues() expects p-values within 0..1, and got NaN.",
      "RangeError: adjustPValues() expects the method 'holm', 'bonferroni', 'hochberg', 'benjamini-hochberg' or 'benjamini-yekutieli', and got "fdr".",
    ]
  `)
})
