import { expect, test } from 'vitest'
import { acceptanceMessage, applyAcceptance, type Acceptance, type CaseResult } from '../../src/cases/acceptance.js'

function result(verdict: CaseResult['verdict'], scores: Record<string, number[]> = {}, durationsMs: number[] = []) {
  return {
    verdict,
    scores: Object.entries(scores).flatMap(([metric, values]) => values.map((value) => ({ metric, value }))),
    durationsMs,
  }
}

function actual(criterion: keyof Acceptance, results: CaseResult[]) {
  return applyAcceptance({ [criterion]: 1 }, results)[0]?.actual
}

test('the pass rate is of the judged cases; an error counts as not passed', () => {
  expect(actual('passRate', [result('passed'), result('failed'), result('errored'), result('not judged')])).toBe(1 / 3)
})

test('a mean is over cases, whatever the number of their trials', () => {
  const results = [result('passed', { intent: [1, 1, 1, 1] }), result('failed', { intent: [0], quality: [0.5] })]
  expect(actual('meanIntent', results)).toBe(0.5)
})

test('quality is on the scale from 1 to 5', () => {
  expect(actual('meanQuality', [result('passed', { quality: [0.75, 0.5] }), result('passed', { quality: [1] })])).toBe(
    1 + 4 * 0.8125,
  )
})

test('the 95th percentile is over all replies', () => {
  const durations = Array.from({ length: 101 }, (_, index) => index * 10)
  expect(
    actual('p95Ms', [result('passed', {}, durations.slice(0, 50)), result('failed', {}, durations.slice(50))]),
  ).toBe(950)
  expect(actual('p95Ms', [result('passed', {}, [7])])).toBe(7)
})

test.for(['passRate', 'meanIntent', 'meanEntities', 'meanQuality', 'p95Ms'] as const)(
  'where nothing was judged, %s is unknown and not met',
  (name) => {
    for (const results of [[], [result('not judged')]]) {
      expect(applyAcceptance({ [name]: 1 }, results)).toEqual([{ name, expected: 1, actual: null, passed: false }])
    }
  },
)

test('each criterion is met at its value, and not below', () => {
  const nine = [...Array.from({ length: 9 }, () => result('passed')), result('failed')]
  expect(applyAcceptance({ passRate: 0.9 }, nine)[0]?.passed).toBe(true)
  expect(applyAcceptance({ passRate: 0.9 }, [...nine, result('failed')])[0]?.passed).toBe(false)
  const timed = [result('passed', {}, [100])]
  expect(applyAcceptance({ p95Ms: 100 }, timed)[0]?.passed).toBe(true)
  expect(applyAcceptance({ p95Ms: 99.9 }, timed)[0]?.passed).toBe(false)
})

test('a mean that misses only by how floating point adds is no miss', () => {
  const results = [0.9, 0.8, 1].map((value) => result('passed', { intent: [value], entities: [0.1 + 0.2] }))
  // 0.1 + 0.7 + 0.1 = 0.8999999999999999
  const tenths = [0.1, 0.7, 0.1].map((value) => result('passed', { intent: [value * 3] }))
  expect(actual('meanIntent', tenths)).toBeLessThan(0.9)
  expect(applyAcceptance({ meanIntent: 0.9 }, results)[0]?.passed).toBe(true)
  expect(applyAcceptance({ meanIntent: 0.9 }, tenths)[0]?.passed).toBe(true)
  expect(applyAcceptance({ meanIntent: 0.9001 }, tenths)[0]?.passed).toBe(false)
})

test('only what is asked for is held against anything', () => {
  expect(applyAcceptance({ passRate: 1, meanIntent: undefined }, [result('passed')])).toEqual([
    { name: 'passRate', expected: 1, actual: 1, passed: true },
  ])
})

test('the message', () => {
  const results = [
    result('passed', { intent: [0.91234] }, [120]),
    result('failed', { intent: [0.6] }, [5200]),
    result('not judged'),
  ]
  const criteria = applyAcceptance(
    { passRate: 0.9, meanIntent: 0.75, meanEntities: 0.7, meanQuality: 4, p95Ms: 5000 },
    results,
  )
  expect(acceptanceMessage('support', criteria)).toMatchInlineSnapshot(`
    "support: not accepted

    ✗ passRate: expected at least 0.9, got 0.5
    ✓ meanIntent: expected at least 0.75, got 0.756
    ✗ meanEntities: expected at least 0.7, got n/a (nothing was judged)
    ✗ meanQuality: expected at least 4, got n/a (nothing was judged)
    ✓ p95Ms: expected at most 5000, got 4946

    The cases that missed are in the report below."
  `)
})

test('a near miss is not shown as if it had been met', () => {
  const close = Array.from({ length: 10_000 }, (_, index) => result(index < 8_996 ? 'passed' : 'failed'))
  expect(acceptanceMessage('support', applyAcceptance({ passRate: 0.9 }, close))).toContain('got 0.8996')
})

test('by the lower bound, a suite must be sure of what it reaches', () => {
  const passes = (count: number, of: number) =>
    Array.from({ length: of }, (_, index) => result(index < count ? 'passed' : 'failed'))
  const passRate = { atLeast: 0.9, by: 'lower-bound' } as const
  const [few] = applyAcceptance({ passRate }, passes(19, 20))
  expect(few).toMatchObject({ expected: 0.9, actual: 0.95, passed: false })
  expect(few?.lower).toBeCloseTo(0.7639, 4)
  expect(applyAcceptance({ passRate }, passes(190, 200))[0]?.passed).toBe(true)
  expect(applyAcceptance({ passRate: { ...passRate, by: 'value' } }, passes(19, 20))[0]).toEqual({
    name: 'passRate',
    expected: 0.9,
    actual: 0.95,
    passed: true,
  })
  const means = [0.8, 0.9, 1].map((value) => result('passed', { intent: [value], quality: [value] }))
  const by = 'lower-bound' as const
  const [intent, quality] = applyAcceptance(
    { meanIntent: { atLeast: 0.6, by }, meanQuality: { atLeast: 4, by } },
    means,
  )
  // 0.9 − 4.3027 × 0.1 / √3
  expect(intent?.lower).toBeCloseTo(0.6516, 4)
  expect(intent?.passed).toBe(true)
  expect(quality).toMatchObject({ actual: 4.6, passed: false })
  expect(applyAcceptance({ meanIntent: { atLeast: 0, by } }, means.slice(0, 1))[0]).toMatchObject({
    actual: 0.8,
    lower: null,
    passed: false,
  })
  expect(acceptanceMessage('support', [few!, quality!])).toMatchInlineSnapshot(`
    "support: not accepted

    ✗ passRate: expected at least 0.9 by the lower bound, got 0.95 with 0.764
    ✗ meanQuality: expected at least 4 by the lower bound, got 4.6 with 3.606

    The cases that missed are in the report below."
  `)
})
