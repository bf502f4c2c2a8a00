import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Baseline, BaselineEntry } from '../../src/baseline/baseline.js'
import { compareRun } from '../../src/baseline/compare.js'
import { formatBaseline } from '../../src/baseline/format-baseline.js'
import { parseBaseline } from '../../src/baseline/parse-baseline.js'
import { storableText } from '../../src/baseline/storable-text.js'
import { defaultTolerances } from '../../src/baseline/tolerances.js'
import { updateBaseline, type BaselineUpdate } from '../../src/baseline/update-baseline.js'
import type { UpdateMode } from '../../src/baseline/update-entry.js'
import type { EvaluatedCase } from '../../src/evaluation/evaluated-case.js'
import { anyCases } from './support/arbitrary-cases.js'
import { entry, evaluated, lexical, metric, model, score } from './support/evaluated.js'

const error = { stage: 'judge' as const, message: 'rate limit' }

interface Options {
  mode?: UpdateMode
  partial?: boolean
  latency?: boolean
  acceptJudgeChange?: boolean
  collected?: string[]
}

function compareWith(baseline: Baseline | null, cases: EvaluatedCase[], { latency = false, collected }: Options) {
  const input = { project: '', file: 'a.test.ts', baseline, cases, collected: collected ?? cases.map(({ key }) => key) }
  return compareRun([input], defaultTolerances, { latency })
}

function updateOf(baseline: Baseline | null, cases: EvaluatedCase[], options: Options = {}): BaselineUpdate {
  const { mode = 'all', partial = false, acceptJudgeChange } = options
  const comparison = compareWith(baseline, cases, options).cases
  return updateBaseline({ baseline, cases, comparison, mode, partial, acceptJudgeChange })
}

function baselineOf(entries: Record<string, BaselineEntry>): Baseline {
  return { version: 1, entries }
}

describe('all', () => {
  test('adds what is new', () => {
    const judge = { ...model, servedModel: 'gpt-4.1-mini-2025-04-14' }
    const cases = [
      evaluated(
        'a',
        [metric('intent', 0.8766, { values: [0.9, 0.85, null, 0.88], sd: 0.02516, judge }), metric('quality', 1)],
        {
          contextHash: 'c1',
          inputs: ['Hi', 'Where is it?'],
          latenciesMs: [100.4, 300, 200.4],
        },
      ),
    ]
    const update = updateOf(null, cases, { latency: true })
    expect(update).toMatchObject({ added: ['a'], updated: [], removed: [], kept: [] })
    expect(update.baseline).toEqual({
      version: 1,
      entries: {
        a: {
          input: ['Hi', 'Where is it?'],
          context: 'c1',
          scores: {
            intent: {
              score: 0.88,
              trials: 3,
              sd: 0.025,
              values: [0.85, 0.88, 0.9],
              declined: 1,
              expects: 'expected-1',
              judge: 'openai/gpt-4.1-mini#3fa9c1d2',
              served: 'gpt-4.1-mini-2025-04-14',
              rationale: 'Because of intent.',
            },
            quality: {
              score: 1,
              expects: 'expected-1',
              judge: 'openai/gpt-4.1-mini#3fa9c1d2',
              rationale: 'Because of quality.',
            },
          },
          passed: 1,
          latencyMs: 200,
          reply: 'On its way.',
        },
      },
    })
    expect(updateOf(null, cases).baseline?.entries.a).not.toHaveProperty('latencyMs')
  })

  test('leaves entries of which everything is stable as they are, the old reply included', () => {
    const before = baselineOf({ a: entry({ intent: score(0.9) }), b: entry({ intent: score(0.9) }) })
    const update = updateOf(before, [evaluated('a', [metric('intent', 0.88)]), evaluated('b', [metric('intent', 0.3)])])
    expect(update.updated).toEqual(['b'])
    expect(update.baseline?.entries.a).toBe(before.entries.a)
    expect(updateOf(before, [evaluated('a', [metric('intent', 0.88)])], { collected: ['a', 'b'] }).baseline).toBe(
      before,
    )
  })

  test('in a touched entry, stable metrics keep their scores and the reply is replaced', () => {
    const before = baselineOf({ a: entry({ intent: score(0.9), quality: score(0.75) }) })
    const after = updateOf(before, [evaluated('a', [metric('intent', 0.88), metric('quality', 0.25)])]).baseline
      ?.entries.a
    expect(after?.scores.intent).toEqual(score(0.9))
    expect(after?.scores.quality?.score).toBe(0.25)
    expect(after?.reply).toBe('On its way.')
  })

  test("stores a number of the user's own with its unit, and not what the run took", () => {
    const words = metric('words', 1234.5678, { unit: 'number', values: [1200, 1269.1356], sd: 48.8868 })
    const cost = metric('cost', 0.02, { unit: 'usd' })
    const { baseline } = updateOf(null, [evaluated('a', [words, cost])])
    expect(baseline?.entries.a?.scores).toMatchObject({
      words: { score: 1234.57, unit: 'number', trials: 2, sd: 48.9 },
    })
    expect(Object.keys(baseline?.entries.a?.scores ?? {})).toEqual(['words'])
  })

  test('removes cases, and metrics with the reply kept, and the entry with its last metric', () => {
    const before = baselineOf({
      gone: entry({ intent: score(1) }),
      a: entry({ intent: score(1), q: score(1) }),
      b: entry({ q: score(1) }),
    })
    const update = updateOf(before, [evaluated('a', [metric('intent', 1)]), evaluated('b', [])])
    expect(update).toMatchObject({ added: [], updated: ['a'], removed: ['b', 'gone'] })
    expect(update.baseline?.entries).toEqual({ a: entry({ intent: score(1) }) })
    expect(updateOf(baselineOf({ gone: entry({ intent: score(1) }) }), []).baseline).toBeNull()
  })

  test('removes nothing in a partial run', () => {
    const before = baselineOf({ gone: entry({ intent: score(1) }), a: entry({ intent: score(1), q: score(1) }) })
    const update = updateOf(before, [evaluated('a', [metric('intent', 1)])], { partial: true })
    expect(update.baseline).toBe(before)
    expect(update.kept).toEqual([
      'a › q: kept, for only a part of the tests ran',
      'gone: kept, for only a part of the tests ran',
    ])
  })

  test('leaves skipped cases alone', () => {
    const before = baselineOf({ a: entry({ intent: score(1) }) })
    expect(updateOf(before, [evaluated('a', [], { state: 'skipped', trials: [] })])).toMatchObject({
      baseline: before,
      kept: [],
    })
  })

  test('takes over neither errors nor what was declined', () => {
    const before = baselineOf({ a: entry({ intent: score(1), quality: score(1) }) })
    const update = updateOf(before, [
      evaluated('a', [metric('intent', null), metric('quality', null, { errored: 1 })], { errors: [error] }),
      evaluated('b', [metric('intent', null)]),
    ])
    expect(update.baseline).toBe(before)
    expect(update.kept).toEqual([
      'a › intent: kept, for it was not judged in this run',
      'a › quality: kept, for there were errors in the run',
    ])
  })

  test('a stand-in, or a local judge, does not replace what an LLM judged', () => {
    const before = baselineOf({ a: entry({ intent: score(0.9), quality: score(0.5) }) })
    const standIn = { ...lexical, standIn: 'OPENAI_API_KEY is not set' }
    const update = updateOf(before, [evaluated('a', [metric('intent', 0.2, { judge: standIn }), metric('quality', 1)])])
    expect(update.baseline?.entries.a?.scores).toMatchObject({ intent: score(0.9), quality: { score: 1 } })
    expect(update.kept).toEqual([
      'a › intent: kept, for it was judged by openai/gpt-4.1-mini#3fa9c1d2, which local/lexical@1#77aa does not replace; if that is wanted: npx vitest-judge accept --judge-change',
    ])
    expect(
      updateOf(before, [evaluated('a', [metric('intent', 0.2, { judge: lexical }), metric('quality', 0.5)])]).baseline,
    ).toBe(before)
  })

  test('a stand-in replaces what an LLM judged where that was accepted, with -u alone', () => {
    const before = baselineOf({ a: entry({ intent: score(0.9) }) })
    const judge = { ...lexical, standIn: 'OPENAI_API_KEY is not set' }
    const cases = [evaluated('a', [metric('intent', 0.2, { judge })])]
    const accepted = updateOf(before, cases, { acceptJudgeChange: true })
    expect(accepted.baseline?.entries.a?.scores.intent).toMatchObject({ score: 0.2, judge: 'local/lexical@1#77aa' })
    expect(accepted.kept).toEqual([])
    expect(updateOf(before, cases, { acceptJudgeChange: true, mode: 'new' }).baseline).toBe(before)
  })

  test('an LLM replaces a local judge, and a local judge its older self', () => {
    const before = baselineOf({ a: entry({ intent: score(0.9, { judge: 'local/lexical@0#11' }) }) })
    expect(updateOf(before, [evaluated('a', [metric('intent', 0.9)])]).updated).toEqual(['a'])
    expect(updateOf(before, [evaluated('a', [metric('intent', 0.9, { judge: lexical })])]).updated).toEqual(['a'])
  })

  test('another input replaces the entry whole, or not at all', () => {
    const before = baselineOf({ a: entry({ intent: score(0.9), quality: score(0.5) }, { latencyMs: 10 }) })
    const moved = { inputs: ['Hello'] }
    const whole = updateOf(before, [evaluated('a', [metric('intent', 0.9), metric('quality', 0.5)], moved)])
    expect(whole.baseline?.entries.a).toMatchObject({ input: 'Hello', reply: 'On its way.' })
    expect(whole.baseline?.entries.a).not.toHaveProperty('latencyMs')
    const half = updateOf(before, [evaluated('a', [metric('intent', 0.9), metric('quality', null)], moved)])
    expect(half.baseline).toBe(before)
    expect(half.kept).toEqual([
      'a › quality: kept, for it was not judged in this run',
      'a: its input changed, and not all of its scores can be replaced; it stays as it was',
    ])
  })

  test('of tests that share a key none is stored', () => {
    const update = updateOf(null, [evaluated('a', [metric('intent', 1)]), evaluated('a', [metric('intent', 0)])])
    expect(update).toMatchObject({ baseline: null, added: [] })
    expect(update.kept).toEqual([
      'a: not stored, for several tests are called so; give each a name or an id of its own',
    ])
  })
})

describe('new', () => {
  const before = baselineOf({ a: entry({ intent: score(0.9) }), gone: entry({ intent: score(1) }) })

  test('adds cases and metrics, and changes nothing that is there', () => {
    const update = updateOf(
      before,
      [evaluated('a', [metric('intent', 0.1), metric('quality', 1)]), evaluated('b', [metric('intent', 1)])],
      {
        mode: 'new',
      },
    )
    expect(update).toMatchObject({ added: ['b'], updated: ['a'], removed: [], kept: [] })
    expect(update.baseline?.entries.gone).toBe(before.entries.gone)
    expect(update.baseline?.entries.a).toMatchObject({
      scores: { intent: score(0.9), quality: { score: 1 } },
      reply: 'It left yesterday.',
    })
  })

  test('adds nothing of a case with errors in it', () => {
    const update = updateOf(before, [evaluated('b', [metric('intent', 1)], { errors: [error] })], { mode: 'new' })
    expect(update).toMatchObject({ baseline: before, added: [], kept: ['b: not added, for the run had errors in it'] })
  })

  test('adds no metric to an entry of another input', () => {
    const cases = [evaluated('a', [metric('intent', 0.9), metric('quality', 1)], { inputs: ['Hello'] })]
    expect(updateOf(before, cases, { mode: 'new' }).baseline).toBe(before)
  })

  test('adds latency once it is asked for', () => {
    const cases = [evaluated('a', [metric('intent', 0.9)], { latenciesMs: [812.3] })]
    expect(updateOf(before, cases, { mode: 'new', latency: true }).baseline?.entries.a).toEqual({
      ...before.entries.a,
      latencyMs: 812,
    })
  })
})

test('none changes nothing', () => {
  const before = baselineOf({ gone: entry({ intent: score(1) }) })
  const update = updateOf(before, [evaluated('a', [metric('intent', 1)])], { mode: 'none' })
  expect(update).toEqual({ baseline: before, added: [], updated: [], removed: [], kept: [] })
})

test('what was accepted is no longer degraded, new or removed, and accepting it again changes nothing', () => {
  fc.assert(
    fc.property(anyCases, anyCases, fc.boolean(), (first, second, latency) => {
      const before = updateOf(null, first, { latency }).baseline
      const { baseline, kept } = updateOf(before, second, { latency })
      const isKept = (key: string) => kept.some((line) => line.startsWith(`${key}:`) || line.startsWith(`${key} ›`))
      for (const compared of compareWith(baseline, second, { latency }).cases) {
        if (!isKept(compared.key)) expect(compared.status).toBe('stable')
      }
      expect(updateOf(baseline, second, { latency }).baseline).toBe(baseline)
      if (baseline !== null) expect(parseBaseline(formatBaseline(baseline), 'x')).toEqual(baseline)
    }),
    { numRuns: 1000 },
  )
}, 60_000)

test('does not depend on the order of cases; a partial run and mode new drop no entry', () => {
  fc.assert(
    fc.property(anyCases, anyCases, fc.constantFrom<UpdateMode>('all', 'new'), (first, second, mode) => {
      const before = updateOf(null, first).baseline
      const update = updateOf(before, second, { mode, partial: true })
      expect(updateOf(before, second.toReversed(), { mode, partial: true })).toEqual(update)
      expect(Object.keys(update.baseline?.entries ?? {})).toEqual(
        expect.arrayContaining(Object.keys(before?.entries ?? {})),
      )
      const ran = new Set(
        second
          .filter(({ trials, state }) => state !== 'skipped' || trials.length > 0)
          .map(({ key }) => storableText(key)),
      )
      for (const [key, kept] of Object.entries(before?.entries ?? {}))
        if (!ran.has(key)) expect(update.baseline?.entries[key]).toBe(kept)
    }),
    { numRuns: 500 },
  )
}, 60_000)
