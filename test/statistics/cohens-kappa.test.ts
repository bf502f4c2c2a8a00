import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cohensKappa, type CohensKappaInput } from '../../src/statistics/cohens-kappa.js'

const label = fc.integer({ min: 1, max: 5 })
const pairs = fc.array(fc.tuple(label, label), { minLength: 1, maxLength: 40 })
const weights = fc.constantFrom('none' as const, 'linear' as const, 'quadratic' as const)

function raters(of: [number, number][]): { a: number[]; b: number[] } {
  return { a: of.map(([a]) => a), b: of.map(([, b]) => b) }
}

describe('cohensKappa', () => {
  test('counts the steps of the scale, whether or not a label occurs', () => {
    const input = { a: [1, 1, 5, 5], b: [1, 5, 5, 4], weights: 'quadratic' } as const
    expect(cohensKappa(input).value).not.toBe(cohensKappa({ ...input, labels: [1, 2, 3, 4, 5] }).value)
    // Σ wo = 16 + 1, Σ we = (2·0 + 2·16 … ) by hand: rows 1: 2, 5: 2; columns 1: 1, 4: 1, 5: 2.
    const expected = (2 * 1 * 0 + 2 * 1 * 9 + 2 * 2 * 16 + 2 * 1 * 16 + 2 * 1 * 1 + 0) / 4
    expect(cohensKappa({ ...input, labels: [1, 2, 3, 4, 5] }).value).toBeCloseTo(1 - 17 / expected, 12)
  })

  test('takes texts, without weights in any order', () => {
    const a = ['first', 'tie', 'second', 'first']
    const b = ['first', 'tie', 'first', 'first']
    const { value } = cohensKappa({ a, b, weights: 'none' })
    expect(cohensKappa({ a, b, weights: 'none', labels: ['tie', 'second', 'first'] }).value).toBeCloseTo(value!, 12)
  })

  test('is null where both gave one label throughout, and not where each gave another', () => {
    expect(cohensKappa({ a: [3, 3], b: [3, 3], weights: 'quadratic' })).toEqual({ value: null })
    expect(cohensKappa({ a: [3], b: [3], weights: 'none' })).toEqual({ value: null })
    expect(cohensKappa({ a: [3], b: [4], weights: 'none' })).toEqual({ value: 0 })
  })

  test('is 1 for raters who agree on more than one label, at most 1, symmetric, and blind to the order of the items', () => {
    fc.assert(
      fc.property(pairs, weights, (of, weights) => {
        const { a, b } = raters(of)
        const { value } = cohensKappa({ a, b, weights })
        if (new Set(a).size > 1) expect(cohensKappa({ a, b: a, weights })).toEqual({ value: 1 })
        if (value === null) return
        expect(value).toBeLessThanOrEqual(1)
        expect(cohensKappa({ a: b, b: a, weights }).value).toBeCloseTo(value, 10)
        expect(cohensKappa({ a: a.toReversed(), b: b.toReversed(), weights }).value).toBeCloseTo(value, 10)
      }),
    )
  })

  test('of two labels is the same whatever the weights', () => {
    const two = fc.array(fc.tuple(fc.constantFrom(1, 2), fc.constantFrom(1, 2)), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(two, weights, (of, weights) => {
        const input = { ...raters(of), labels: [1, 2] }
        expect(cohensKappa({ ...input, weights })).toEqual(cohensKappa({ ...input, weights: 'none' }))
      }),
    )
  })

  test('says what it expected', () => {
    const wrong = [
      { a: [], b: [], weights: 'none' },
      { a: [1], b: [1, 2], weights: 'none' },
      { a: [1, Number.NaN], b: [1, 2], weights: 'none' },
      { a: [1], b: [6], weights: 'none', labels: [1, 2] },
      { a: [1], b: [1], weights: 'none', labels: [1, 1] },
      { a: ['met'], b: ['met'], weights: 'linear' },
    ] as CohensKappaInput<number>[]
    expect(wrong.map(messageOf)).toMatchInlineSnapshot(`
      [
        "RangeError: cohensKappa() expects at least one item, and got none.",
        "RangeError: cohensKappa() expects both raters on the same items, and got 1 and 2.",
        "RangeError: cohensKappa() expects finite labels, and got NaN: leave missing ones out.",
        "RangeError: cohensKappa() expects one of the labels 1, 2, and got 6.",
        "RangeError: cohensKappa() expects each label once in labels.",
        "RangeError: cohensKappa() expects the option labels, in order, for linear weights over texts.",
      ]
    `)
  })
})

function messageOf(input: CohensKappaInput<number>): string {
  try {
    return JSON.stringify(cohensKappa(input))
  } catch (error) {
    return String(error)
  }
}

test('complete disagreement is −1 and no hair below', () => {
  const a = ['1', '3', '1', '3', '3']
  const b = ['3', '1', '3', '1', '1']
  for (const weights of ['none', 'linear', 'quadratic'] as const) {
    expect(cohensKappa({ a, b, weights, labels: ['1', '2', '3'] }).value).toBeGreaterThanOrEqual(-1)
  }
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(['2', '2'], ['3', '1'], ['1', '3']), { minLength: 2, maxLength: 12 }),
      (pairs) => {
        const value = cohensKappa({
          a: pairs.map(([one = '']) => one),
          b: pairs.map(([, other = '']) => other),
          weights: 'quadratic',
          labels: ['1', '2', '3'],
        }).value
        expect(value ?? 0).toBeGreaterThanOrEqual(-1)
      },
    ),
    { numRuns: 2_000 },
  )
})
