import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mcNemarTest, type McNemarTestInput } from '../../src/statistics/mc-nemar-test.js'
import { expectClose } from '../support/expect-close.js'
import { messageOf } from '../support/message-of.js'

test('mid-p is exact less what was seen', () => {
  // P(X ≤ 3) of 15 is (1 + 15 + 105 + 455) / 2¹⁵, P(X = 3) is 455 / 2¹⁵.
  expectClose(mcNemarTest({ regressed: 12, improved: 3 }).pValue, (2 * 576) / 2 ** 15, 1e-13)
  expectClose(mcNemarTest({ regressed: 12, improved: 3, method: 'mid-p' }).pValue, (2 * 576 - 455) / 2 ** 15, 1e-13)
  expectClose(mcNemarTest({ regressed: 12, improved: 3, alternative: 'less' }).pValue, 576 / 2 ** 15, 1e-13)
  expectClose(
    mcNemarTest({ regressed: 12, improved: 3, alternative: 'greater' }).pValue,
    (2 ** 15 - 121) / 2 ** 15,
    1e-13,
  )
})

test('is 1 where nothing changed, one-sided mid-p ½', () => {
  expect(mcNemarTest({ regressed: 0, improved: 0 })).toEqual({ pValue: 1, changed: 0 })
  expect(mcNemarTest({ regressed: 0, improved: 0, method: 'mid-p' }).pValue).toBe(1)
  expect(mcNemarTest({ regressed: 0, improved: 0, method: 'mid-p', alternative: 'less' }).pValue).toBe(0.5)
})

test('keeps its digits in the tail', () => {
  expectClose(mcNemarTest({ regressed: 1000, improved: 0 }).pValue, 2 ** -999, 1e-12)
  expectClose(mcNemarTest({ regressed: 1000, improved: 0, method: 'mid-p' }).pValue, 2 ** -1000, 1e-12)
})

// Beyond, p-values come near the smallest numbers there are.
const count = fc.nat({ max: 500 })

test('is mirrored, falls as the counts part, and mid-p lies below exact', () => {
  fc.assert(
    fc.property(count, count, fc.constantFrom('exact' as const, 'mid-p' as const), (regressed, improved, method) => {
      const of = (alternative: McNemarTestInput['alternative']) =>
        mcNemarTest({ regressed, improved, method, alternative }).pValue
      const [two, greater, less] = [of('two-sided'), of('greater'), of('less')]
      expect(two).toBeGreaterThanOrEqual(0)
      expectClose(two, Math.min(1, 2 * Math.min(greater, less)), 1e-10)
      expectClose(mcNemarTest({ regressed: improved, improved: regressed, method }).pValue, two, 1e-10)
      if (method === 'mid-p') expect(greater + less).toBeCloseTo(1, 10)
      else expect(greater + less).toBeGreaterThanOrEqual(1 - 1e-12)
      const exact = mcNemarTest({ regressed, improved, alternative: 'less' }).pValue
      expect(mcNemarTest({ regressed, improved, method: 'mid-p', alternative: 'less' }).pValue).toBeLessThanOrEqual(
        exact,
      )
      expect(
        mcNemarTest({ regressed: regressed + 1, improved, method, alternative: 'less' }).pValue,
      ).toBeLessThanOrEqual(less * (1 + 1e-9))
    }),
  )
})

test('says what it expected', () => {
  const wrong = [
    { regressed: -1, improved: 2 },
    { regressed: 1, improved: 0.5 },
    { regressed: 1, improved: NaN },
    { regressed: 1, improved: 2, method: 'midp' },
    { regressed: 1, improved: 2, alternative: 'worse' },
  ] as McNemarTestInput[]
  expect(wrong.map((input) => messageOf(() => mcNemarTest(input)))).toMatchInlineSnapshot(`
    [
      "RangeError: mcNemarTest() expects a whole number of regressed cases from 0, and got -1.",
      "RangeError: mcNemarTest() expects a whole number of improved cases from 0, and got 0.5.",
      "RangeError: mcNemarTest() expects a whole number of improved cases from 0, and got NaN.",
      "RangeError: mcNemarTest() expects the method 'exact' or 'mid-p', and got "midp".",
      "RangeError: mcNemarTest() expects the alternative 'two-sided', 'greater' or 'less', and got "worse".",
    ]
  `)
})
