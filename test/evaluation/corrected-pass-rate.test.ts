import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correctedPassRate } from '../../src/evaluation/corrected-pass-rate.js'
import { makeAccuracy, makeRate } from './make-accuracy.js'

test('is Rogan and Gladen’s estimate, with the interval beside the rate as judged', () => {
  const { rate, state, corrected, reason } = correctedPassRate(makeRate(), [
    makeAccuracy([1, 1, 1, 1], { metric: 'intent' }),
    makeAccuracy([1, 1, 1, 1], { name: 'acme/tone' }),
    makeAccuracy(),
  ])
  expect({ rate, state, reason }).toEqual({ rate: 0.8, state: 'corrected', reason: null })
  expect(corrected?.estimate).toBeCloseTo(0.875, 12)
  expect(corrected).toMatchObject({
    confidence: 0.95,
    sensitivity: { value: 0.9, n: 100 },
    specificity: { value: 0.9, n: 50 },
  })
  expect(corrected!.lower).toBeGreaterThan(0.74)
  expect(corrected!.lower).toBeLessThan(0.8)
  expect(corrected!.upper).toBeGreaterThan(0.95)
})

test('says why there is none', () => {
  const told = [
    correctedPassRate(makeRate(), []),
    correctedPassRate(makeRate(), [makeAccuracy(undefined, { fingerprint: 'older' })]),
    correctedPassRate(makeRate(), [makeAccuracy(undefined, { passCounts: [] })]),
    correctedPassRate(makeRate({ threshold: 0.625 }), [makeAccuracy()]),
    correctedPassRate(makeRate(), [makeAccuracy([90, 10, 1, 8])]),
    correctedPassRate(makeRate(), [makeAccuracy([8, 1, 20, 80])]),
    correctedPassRate(makeRate(), [makeAccuracy([10, 40, 20, 30])]),
    correctedPassRate(makeRate({ passed: 95 }), [makeAccuracy([60, 40, 5, 95])]),
  ].map(({ state, corrected, reason }) => {
    const interval = corrected === null ? 'none' : `${corrected.estimate} (${corrected.lower}–${corrected.upper})`
    return `${state}: ${interval}. ${reason}`
  })
  expect(told.join('\n')).toMatchInlineSnapshot(`
    "uncalibrated: none. no labels say what openai/gpt-4.1-mini should pass in quality
    changed: none. openai/gpt-4.1-mini has changed since it was calibrated for quality
    no-counts: none. the calibration of openai/gpt-4.1-mini is an older one, without counts at a pass mark: calibrate it again (npx vitest-judge calibrate <labelled.jsonl>)
    other-mark: none. quality passes from 0.625 on here, and openai/gpt-4.1-mini was calibrated from 0.75 on
    few-labels: none. people let 100 of the labelled replies pass and refused 9: at least 10 of either kind are needed for quality
    few-labels: none. people let 9 of the labelled replies pass and refused 100: at least 10 of either kind are needed for quality
    chance: null (0–1). openai/gpt-4.1-mini tells quality no better than chance (sensitivity 0.20 and specificity 0.60): any true rate is possible
    corrected: 1 (1–1). openai/gpt-4.1-mini passed more than its errors with labels can explain in quality: are these replies like the labelled ones?"
  `)
})

const label = fc.integer({ min: 10, max: 300 })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const anyCounts = fc
  .record({ passed: label, refused: label, hits: share, right: share })
  .map(({ passed, refused, hits, right }): [number, number, number, number] => {
    const [hit, kept] = [Math.round(passed * hits), Math.round(refused * right)]
    return [hit, passed - hit, refused - kept, kept]
  })
const judged = fc.integer({ min: 1, max: 300 })

test('lies within 0..1, and within its interval', () => {
  fc.assert(
    fc.property(
      anyCounts,
      judged,
      share,
      fc.double({ min: 1, max: 4, noNaN: true }),
      (counts, n, passed, designEffect) => {
        const rate = makeRate({ judged: n, passed: Math.round(n * passed), designEffect })
        const { estimate, lower, upper } = correctedPassRate(rate, [makeAccuracy(counts)]).corrected!
        expect(0 <= lower && lower <= upper && upper <= 1).toBe(true)
        if (estimate !== null) expect(lower <= estimate && estimate <= upper).toBe(true)
      },
    ),
  )
})

test('is the rate as judged where the judge never erred', () => {
  fc.assert(
    fc.property(label, label, judged, share, (passed, refused, n, part) => {
      const { rate, corrected } = correctedPassRate(makeRate({ judged: n, passed: Math.round(n * part) }), [
        makeAccuracy([passed, 0, 0, refused]),
      ])
      expect(corrected?.estimate).toBeCloseTo(rate, 12)
    }),
  )
})

test('rises with the rate as judged, ends of the interval and all', () => {
  fc.assert(
    fc.property(anyCounts, fc.integer({ min: 2, max: 200 }), (counts, n) => {
      let before = { estimate: 0 as number | null, lower: 0, upper: 0 }
      for (const passed of [0, Math.floor(n / 3), Math.floor(n / 2), n - 1, n]) {
        const { estimate, lower, upper } = correctedPassRate(makeRate({ judged: n, passed }), [
          makeAccuracy(counts),
        ]).corrected!
        if (estimate !== null) expect(estimate).toBeGreaterThanOrEqual(before.estimate ?? 0)
        expect(lower).toBeGreaterThanOrEqual(before.lower - 1e-6)
        expect(upper).toBeGreaterThanOrEqual(before.upper - 1e-6)
        before = { estimate, lower, upper }
      }
    }),
  )
})
