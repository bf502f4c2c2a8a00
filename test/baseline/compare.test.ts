import { performance } from 'node:perf_hooks'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Baseline, BaselineEntry } from '../../src/baseline/baseline.js'
import { compareRun, RunComparer } from '../../src/baseline/compare.js'
import type { ComparisonInput } from '../../src/baseline/comparison.js'
import { defaultTolerances } from '../../src/baseline/tolerances.js'
import { updateBaseline } from '../../src/baseline/update-baseline.js'
import type { EvaluatedCase } from '../../src/evaluation/evaluated-case.js'
import { anyCases } from './support/arbitrary-cases.js'
import { entry, evaluated, lexical, metric, model, score } from './support/evaluated.js'

function inputOf(
  entries: Record<string, BaselineEntry> | null,
  cases: EvaluatedCase[],
  more: Partial<ComparisonInput> = {},
): ComparisonInput {
  const baseline: Baseline | null = entries === null ? null : { version: 1, entries }
  return { project: '', file: 'support.test.ts', baseline, cases, collected: cases.map(({ key }) => key), ...more }
}

/** The statuses of all metrics, as `case › metric: status`. */
function statuses(
  entries: Record<string, BaselineEntry> | null,
  cases: EvaluatedCase[],
  more: Partial<ComparisonInput> = {},
  latency = false,
) {
  const { cases: compared } = compareRun([inputOf(entries, cases, more)], defaultTolerances, { latency })
  return compared.flatMap(({ metrics }) =>
    metrics.map(({ key, metric: name, status }) => `${key} › ${name}: ${status}`),
  )
}

describe('a score', () => {
  test.each([
    [0.8, 0.75, 'stable'],
    [0.75, 0.8, 'stable'],
    [0.3, 0.25, 'stable'],
    [0.8, 0.74, 'degraded'],
    [0.8, 0.7449, 'degraded'],
    [0.8, 0.7451, 'stable'],
    [0.8, 0.86, 'improved'],
    [0, 1, 'improved'],
  ])('from %d to %d is %s', (before, after, status) => {
    expect(statuses({ a: entry({ intent: score(before) }) }, [evaluated('a', [metric('intent', after)])])).toEqual([
      `a › intent: ${status}`,
    ])
  })

  test.each([
    [0.75, 0.5, 'stable'],
    [0.75, 0.49, 'degraded'],
    [0.25, 0.51, 'improved'],
  ])('of quality, from %d to %d, is %s', (before, after, status) => {
    const entries = { a: entry({ 'quality:tone': score(before) }) }
    expect(statuses(entries, [evaluated('a', [metric('quality:tone', after)])])).toEqual([
      `a › quality:tone: ${status}`,
    ])
  })

  test.each([
    [0.1, 0.16, 'degraded'],
    [0.1, 0.15, 'stable'],
    [0.2, 0.14, 'improved'],
    [0.2, 0.15, 'stable'],
  ])('under .not, from %d to %d, is %s', (before, after, status) => {
    const negated = metric('intent', after, { negated: true })
    expect(statuses({ a: entry({ intent: score(before) }) }, [evaluated('a', [negated])])).toEqual([
      `a › intent: ${status}`,
    ])
  })

  test('under .not, of quality, is tolerated on its own scale, and its change is still run − baseline', () => {
    const { cases } = compareRun(
      [inputOf({ a: entry({ quality: score(0.1) }) }, [evaluated('a', [metric('quality', 0.6, { negated: true })])])],
      defaultTolerances,
    )
    expect(cases[0]?.metrics[0]).toMatchObject({ status: 'degraded', change: 0.5 })
  })

  test('carries both sides', () => {
    const comparison = compareRun(
      [inputOf({ a: entry({ intent: score(0.9) }) }, [evaluated('a', [metric('intent', 0.6)])])],
      defaultTolerances,
    )
    expect(comparison.cases[0]).toEqual({
      project: '',
      file: 'support.test.ts',
      key: 'a',
      status: 'degraded',
      metrics: [
        {
          project: '',
          file: 'support.test.ts',
          key: 'a',
          metric: 'intent',
          status: 'degraded',
          unit: 'unit',
          before: 0.9,
          after: 0.6,
          change: -0.3,
          changed: [],
          judgeBefore: 'openai/gpt-4.1-mini#3fa9c1d2',
          judgeAfter: 'openai/gpt-4.1-mini#3fa9c1d2',
          rationaleBefore: 'Because it was so.',
          rationaleAfter: 'Because of intent.',
          samples: {
            before: { n: 1, mean: 0.9, variance: 0, missing: 0 },
            after: { n: 1, mean: 0.6, variance: 0, missing: 0 },
          },
        },
      ],
      replyBefore: 'It left yesterday.',
      replyAfter: 'On its way.',
      input: 'Where is my order?',
      errors: [],
    })
    expect(comparison.counts).toMatchObject({ degraded: 1, stable: 0 })
  })
})

describe('what was compared', () => {
  const before = { a: entry({ intent: score(0.9) }, { context: 'c1' }) }

  test('says all the parts that changed, in order', () => {
    const after = evaluated('a', [metric('intent', 0.2, { judge: lexical, expectationHash: 'other' })], {
      inputs: ['Hi'],
      contextHash: 'c2',
    })
    const [compared] = compareRun([inputOf(before, [after])], defaultTolerances).cases
    expect(compared?.metrics[0]).toMatchObject({
      status: 'incomparable',
      change: null,
      before: 0.9,
      after: 0.2,
      changed: ['input', 'context', 'expectation', 'judge'],
    })
  })

  test.each([
    ['input', { inputs: ['Where is my order?', 'Hello?'] }, {}],
    ['context', { contextHash: undefined }, {}],
    ['expectation', {}, { expectationHash: 'other' }],
    ['judge', {}, { judge: { ...model, fingerprint: 'new prompt' } }],
  ])('%s alone', (part, ofCase, ofMetric) => {
    const after = evaluated('a', [metric('intent', 0.9, ofMetric)], { contextHash: 'c1', ...ofCase })
    expect(compareRun([inputOf(before, [after])], defaultTolerances).cases[0]?.metrics[0]?.changed).toEqual([part])
  })

  test('a lone surrogate in the input is what the file could hold of it', () => {
    const entries = { 'a\uFFFD': entry({ intent: score(0.9) }, { input: 'x\uFFFD' }) }
    const after = evaluated('a\uD800', [metric('intent', 0.9)], { inputs: ['x\uDC00'] })
    expect(statuses(entries, [after])).toEqual(['a\uFFFD › intent: stable'])
  })
})

describe('what has no counterpart', () => {
  const scored = entry({ intent: score(0.9), quality: score(0.75) })
  const error = { stage: 'assistant' as const, message: 'the model is overloaded' }

  test('a new case, a new metric', () => {
    expect(statuses(null, [evaluated('a', [metric('intent', 0.9)])])).toEqual(['a › intent: new'])
    expect(statuses({ a: entry({}) }, [evaluated('a', [metric('intent', 0.9)])])).toEqual(['a › intent: new'])
  })

  test('a case that is gone', () => {
    expect(statuses({ gone: scored }, [])).toEqual(['gone › intent: removed', 'gone › quality: removed'])
  })

  test('a case that was collected and did not run is not mentioned', () => {
    expect(statuses({ a: scored }, [], { collected: ['a'] })).toEqual([])
    expect(statuses({ a: scored }, [evaluated('a', [], { state: 'skipped', trials: [] })])).toEqual([])
  })

  test('a metric that a passed test no longer has is removed', () => {
    expect(statuses({ a: scored }, [evaluated('a', [metric('intent', 0.9)])])).toEqual([
      'a › intent: stable',
      'a › quality: removed',
    ])
  })

  test('a metric that a failed test did not get to is not mentioned, but for an error', () => {
    expect(statuses({ a: scored }, [evaluated('a', [metric('intent', 0.1)], { state: 'failed' })])).toEqual([
      'a › intent: degraded',
    ])
    const [failed] = compareRun(
      [inputOf({ a: scored }, [evaluated('a', [], { state: 'failed', errors: [error] })])],
      defaultTolerances,
    ).cases
    expect(failed).toMatchObject({ status: 'errored', errors: ['the model is overloaded'] })
    expect(failed?.metrics.map(({ status }) => status)).toEqual(['errored', 'errored'])
  })

  test('declined and errored judgements are not compared, whatever else changed', () => {
    const cases = [
      evaluated('a', [
        metric('intent', null, { expectationHash: 'other' }),
        metric('quality', null, { errored: 1, declined: 1 }),
      ]),
    ]
    expect(statuses({ a: scored }, cases)).toEqual(['a › intent: declined', 'a › quality: errored'])
  })

  test('a test that ended as skipped because the stand-in declined was not judged', () => {
    expect(statuses({ a: scored }, [evaluated('a', [metric('intent', null)], { state: 'skipped' })])).toEqual([
      'a › intent: declined',
    ])
  })

  test('no value on either side is nothing', () => {
    expect(statuses(null, [evaluated('a', [metric('intent', null)])])).toEqual([])
  })

  test('keys that every object has are keys like any other', () => {
    expect(statuses({}, [evaluated('constructor', [metric('toString', 1)]), evaluated('__proto__', [])])).toEqual([
      'constructor › toString: new',
    ])
    const entries = { a: entry({ intent: score(0.5) }) }
    expect(statuses(entries, [evaluated('a', [metric('intent', 0.5), metric('valueOf', 1)])])).toEqual([
      'a › intent: stable',
      'a › valueOf: new',
    ])
  })

  test('the worst metric speaks for the case', () => {
    const after = evaluated('a', [metric('intent', 0.1), metric('quality', 0.9), metric('tone', 1)])
    expect(compareRun([inputOf({ a: scored }, [after])], defaultTolerances).cases[0]?.status).toBe('degraded')
  })
})

describe('latency', () => {
  const slow = (ms: number) => evaluated('a', [metric('intent', 0.9)], { latenciesMs: [1, ms, 100_000] })

  test('is compared where the entry has it; less is better', () => {
    const entries = { a: entry({ intent: score(0.9) }, { latencyMs: 1000 }) }
    expect(statuses(entries, [slow(2000)])).toEqual(['a › intent: stable', 'a › latency: stable'])
    expect(statuses(entries, [slow(2001)])).toEqual(['a › intent: stable', 'a › latency: degraded'])
    expect(statuses({ a: entry({ intent: score(0.9) }, { latencyMs: 3000 }) }, [slow(1999)])).toContain(
      'a › latency: improved',
    )
  })

  test('is new where it is asked for, and nowhere else', () => {
    const entries = { a: entry({ intent: score(0.9) }) }
    expect(statuses(entries, [slow(2000)])).toEqual(['a › intent: stable'])
    expect(statuses(entries, [slow(2000)], {}, true)).toEqual(['a › intent: stable', 'a › latency: new'])
    expect(statuses(null, [evaluated('a', [], { latenciesMs: [1] })], {}, true)).toEqual([])
  })

  test('an assertion about time is no score', () => {
    expect(statuses(null, [evaluated('a', [metric('latency', 812, { unit: 'ms' })])])).toEqual([])
  })

  test('does not mind another judge, but another input', () => {
    const entries = { a: entry({ intent: score(0.9) }, { latencyMs: 1000 }) }
    const judged = evaluated('a', [metric('intent', 0.9, { judge: lexical })], { latenciesMs: [1000] })
    expect(statuses(entries, [judged])).toEqual(['a › intent: incomparable', 'a › latency: stable'])
    expect(statuses(entries, [{ ...judged, inputs: ['Hi'] }])).toEqual([
      'a › intent: incomparable',
      'a › latency: incomparable',
    ])
  })

  test('that is missing is errored, removed, or not mentioned', () => {
    const entries = { a: entry({}, { latencyMs: 1000 }) }
    expect(statuses(entries, [evaluated('a', [])])).toEqual(['a › latency: removed'])
    expect(statuses(entries, [evaluated('a', [], { errors: [{ stage: 'assistant', message: 'x' }] })])).toEqual([
      'a › latency: errored',
    ])
    expect(statuses(entries, [evaluated('a', [], { state: 'failed' })])).toEqual([])
    expect(statuses(entries, [])).toEqual(['a › latency: removed'])
  })
})

test('says once a judge that the provider answered with another model', () => {
  const served = (servedModel: string) => ({ judge: { ...model, servedModel } })
  const entries = { a: entry({ intent: score(0.9, { served: 'm-01' }), quality: score(0.9, { served: 'm-01' }) }) }
  const cases = [evaluated('a', [metric('quality', 0.9, served('m-03')), metric('intent', 0.9, served('m-02'))])]
  expect(compareRun([inputOf(entries, cases)], defaultTolerances).servedModelChanges).toEqual([
    { judge: 'openai/gpt-4.1-mini#3fa9c1d2', before: 'm-01', after: 'm-02' },
  ])
  const same = [evaluated('a', [metric('intent', 0.9, served('m-01')), metric('quality', 0.9)])]
  expect(compareRun([inputOf(entries, same)], defaultTolerances).servedModelChanges).toEqual([])
})

test('does not depend on the order of inputs, cases, metrics or entries', () => {
  fc.assert(
    fc.property(anyCases, anyCases, anyCases, (first, second, other) => {
      const { cases } = compareRun([inputOf(null, first)], defaultTolerances, { latency: true })
      const { baseline } = updateBaseline({
        baseline: null,
        cases: first,
        comparison: cases,
        mode: 'all',
        partial: false,
      })
      const inputs = [
        inputOf(baseline?.entries ?? null, second),
        inputOf(baseline?.entries ?? null, other, { project: 'node', file: 'b' }),
      ]
      const backwards = inputs.toReversed().map((input) => ({
        ...input,
        cases: input.cases.toReversed().map((one) => ({ ...one, metrics: one.metrics.toReversed() })),
        collected: input.collected.toReversed(),
        baseline: input.baseline && {
          version: 1 as const,
          entries: Object.fromEntries(Object.entries(input.baseline.entries).reverse()),
        },
      }))
      expect(compareRun(backwards, defaultTolerances)).toEqual(compareRun(inputs, defaultTolerances))
    }),
    { numRuns: 500 },
  )
}, 60_000)

test('what was compared as it came is not compared again, unless its baseline is another', () => {
  const cases = [evaluated('a', [metric('intent', 0.5)]), evaluated('b', [metric('intent', 0.9)])]
  const [first] = cases
  const entries = { a: entry({ intent: score(0.9) }), b: entry({ intent: score(0.9) }) }
  const input = inputOf(entries, cases)
  const comparer = new RunComparer(defaultTolerances)
  const early = comparer.compareCase(first!, input)
  expect(early?.status).toBe('degraded')
  const whole = comparer.compareRun([input])
  expect(whole.cases[0]).toBe(early)
  expect(whole).toEqual(compareRun([input], defaultTolerances))
  const accepted = inputOf({ ...entries, a: entry({ intent: score(0.5) }) }, cases)
  expect(comparer.compareRun([accepted])).toEqual(compareRun([accepted], defaultTolerances))
})

test('compares 10,000 cases of 3 metrics and prints how long it took', () => {
  const metrics = ['intent', 'entities', 'quality']
  const input = inputOf(
    Object.fromEntries(
      Array.from({ length: 10_000 }, (_, i) => [
        `case ${i}`,
        entry(Object.fromEntries(metrics.map((key) => [key, score(0.5)]))),
      ]),
    ),
    Array.from({ length: 10_000 }, (_, i) =>
      evaluated(
        `case ${i}`,
        metrics.map((key) => metric(key, (i % 100) / 100)),
      ),
    ),
  )
  const start = performance.now()
  compareRun([input], defaultTolerances)
  console.log(`10,000 cases × 3 metrics compared in ${(performance.now() - start).toFixed(0)} ms`)
}, 60_000)

describe("a number of the user's own", () => {
  const words = (mean: number, more: object = {}) => metric('words', mean, { unit: 'number', threshold: null, ...more })
  const compare = (before: number, after: number, more: object = {}) =>
    compareRun(
      [inputOf({ a: entry({ words: score(before, { unit: 'number' }) }) }, [evaluated('a', [words(after, more)])])],
      defaultTolerances,
    ).cases[0]?.metrics[0]

  test.each([
    [200, 190, {}, 'stable'],
    [200, 189.9, {}, 'degraded'],
    [200, 211, {}, 'improved'],
    [200, 211, { direction: 'down' }, 'degraded'],
    [200, 189.9, { direction: 'down' }, 'improved'],
    [200, 170, { tolerance: 30 }, 'stable'],
    [200, 169.9, { tolerance: 30 }, 'degraded'],
    [-200, -211, {}, 'degraded'],
    [-200, -210, {}, 'stable'],
    [3e-9, 2.9e-9, {}, 'stable'],
    [3e-9, 2.8e-9, {}, 'degraded'],
    [0, -1e-12, {}, 'degraded'],
    [0, 0, {}, 'stable'],
    [1e21, 0.96e21, {}, 'stable'],
  ])('from %d to %d, %o, is %s', (before, after, more, status) => {
    expect(compare(before, after, more)?.status).toBe(status)
  })

  test('says its unit and direction', () => {
    expect(compare(1, 1.2345678, { direction: 'down' })).toMatchObject({
      unit: 'number',
      direction: 'down',
      before: 1,
      after: 1.23457,
      change: 0.23457,
    })
    const removed = inputOf({ a: entry({ words: score(12.5, { unit: 'number' }) }) }, [])
    expect(compareRun([removed], defaultTolerances).cases[0]?.metrics[0]).toMatchObject({
      unit: 'number',
      before: 12.5,
    })
  })

  test('may be a share of 0..1, with the tolerance of one', () => {
    const recall = (after: number) =>
      statuses({ a: entry({ recall: score(0.8) }) }, [evaluated('a', [metric('recall', after, { threshold: null })])])
    expect([recall(0.75), recall(0.74)]).toEqual([['a › recall: stable'], ['a › recall: degraded']])
  })
})

test('what a run took is in no comparison', () => {
  const measured = (['ms', 'usd', 'tokens'] as const).map((unit) => metric(unit, 5, { unit }))
  expect(statuses(null, [evaluated('a', measured)])).toEqual([])
})
