import { describe, expect, test } from 'vitest'
import { compareRun } from '../../src/baseline/compare.js'
import { gate } from '../../src/baseline/gate.js'
import type { GatePolicy } from '../../src/baseline/gate/gate-policy.js'
import { defaultTolerances } from '../../src/baseline/tolerances.js'
import type { BaselineEntry } from '../../src/baseline/baseline.js'
import type { EvaluatedCase } from '../../src/evaluation/evaluated-case.js'
import type { JudgeAgreement } from '../../src/evaluation/judge-agreement.js'
import { entry, evaluated, lexical, metric, model, score } from './support/evaluated.js'
import { policy } from './support/policy.js'

const tolerance: GatePolicy = { ...policy, policy: 'tolerance' }

/** Without what it says of each file. */
function verdict(
  entries: Record<string, BaselineEntry> | null,
  cases: EvaluatedCase[],
  incomparable: 'warn' | 'fail' = 'warn',
  project = '',
) {
  const baseline = entries === null ? null : { version: 1 as const, entries }
  const input = { project, file: 'support.test.ts', baseline, cases, collected: cases.map(({ key }) => key) }
  const { suites, ...said } = gate(compareRun([input], defaultTolerances), { ...tolerance, incomparable })
  expect(suites.every(({ metrics }) => metrics.length === 0)).toBe(true)
  return said
}

const one = { a: entry({ intent: score(0.9) }) }

test('passes where nothing got worse', () => {
  expect(verdict(one, [evaluated('a', [metric('intent', 0.85)])])).toMatchInlineSnapshot(`
    {
      "failed": false,
      "outcome": "pass",
      "reason": "1 score compared with the baseline, none worse by more than is tolerated.",
    }
  `)
})

test('fails where a score fell, and names the worst', () => {
  const entries = { ...one, 'order\nstatus': entry({ quality: score(0.9), tone: score(1) }) }
  const cases = [
    evaluated('a', [metric('intent', 0.8)]),
    evaluated('order\nstatus', [metric('quality', 0.35), metric('tone', 1)]),
  ]
  expect(verdict(entries, cases)).toMatchInlineSnapshot(`
    {
      "failed": true,
      "outcome": "regressed",
      "reason": "2 of 3 comparable scores got worse by more than is tolerated; the worst: support.test.ts › order status › quality 0.90 → 0.35.",
    }
  `)
  expect(verdict(entries, cases, 'warn', 'node').reason).toContain('[node] support.test.ts ›')
})

test('a latency is the worst only where no score fell', () => {
  const entries = { a: entry({ intent: score(0.9) }, { latencyMs: 1000 }) }
  const slow = { latenciesMs: [61_000] }
  expect(verdict(entries, [evaluated('a', [metric('intent', 0.9)], slow)]).reason).toMatchInlineSnapshot(
    `"1 of 2 comparable scores got worse by more than is tolerated; the worst: support.test.ts › a › latency 1000 ms → 61000 ms."`,
  )
  expect(verdict(entries, [evaluated('a', [metric('intent', 0.8)], slow)]).reason).toContain('intent 0.90 → 0.80')
})

test('a regression says beside it what could not be compared or was not judged', () => {
  const entries = {
    ...one,
    b: entry({ intent: score(1) }),
    c: entry({ intent: score(1) }),
    d: entry({ intent: score(1) }),
  }
  const cases = [
    evaluated('a', [metric('intent', 0.1)]),
    evaluated('b', [metric('intent', 1)], { inputs: ['Hi'] }),
    evaluated('c', [metric('intent', null)]),
    evaluated('d', [], { state: 'failed', errors: [{ stage: 'assistant', message: 'overloaded' }] }),
  ]
  expect(verdict(entries, cases)).toMatchInlineSnapshot(`
    {
      "failed": true,
      "outcome": "regressed",
      "reason": "1 of 1 comparable scores got worse by more than is tolerated; the worst: support.test.ts › a › intent 0.90 → 0.10; 1 score cannot be compared with the baseline (changed: input 1×); 1 case of the baseline ended in an error, 1 score of the baseline not judged.",
    }
  `)
})

test('what cannot be compared warns or fails, as the policy says', () => {
  const entries = { ...one, b: entry({ intent: score(1) }) }
  const cases = [
    evaluated('a', [metric('intent', 0.1, { judge: lexical })]),
    evaluated('b', [metric('intent', 0.1, { judge: lexical })], { inputs: ['Hi'] }),
  ]
  expect(verdict(entries, cases)).toMatchInlineSnapshot(`
    {
      "failed": false,
      "outcome": "warned",
      "reason": "2 scores cannot be compared with the baseline (changed: input 1×, judge 2×); accept with \`vitest run -u\`.",
    }
  `)
  expect(verdict(entries, cases, 'fail')).toMatchObject({ outcome: 'incomparable', failed: true })
})

test('a case that ended in an error is said, and is no regression', () => {
  const errored = evaluated('a', [], { state: 'failed', errors: [{ stage: 'assistant', message: 'overloaded' }] })
  expect(verdict(one, [errored])).toMatchInlineSnapshot(`
    {
      "failed": false,
      "outcome": "pass",
      "reason": "Nothing was compared: no score of this run is in a baseline; 1 case of the baseline ended in an error.",
    }
  `)
})

test('passes, and says so, where nothing was compared', () => {
  expect(verdict(null, [evaluated('a', [metric('intent', 0.1)])])).toMatchInlineSnapshot(`
    {
      "failed": false,
      "outcome": "pass",
      "reason": "Nothing was compared: 1 new score not in the baseline yet.",
    }
  `)
  expect(verdict(null, [])).toMatchInlineSnapshot(`
    {
      "failed": false,
      "outcome": "pass",
      "reason": "Nothing was compared: no score of this run is in a baseline.",
    }
  `)
})

test('names a number as it is, where no score of 0..1 fell', () => {
  const words = (mean: number) => metric('words', mean, { unit: 'number', direction: 'down', threshold: null })
  const entries = { a: entry({ intent: score(0.9), words: score(1200, { unit: 'number' }) }) }
  const reasonOf = (intent: number) =>
    verdict(entries, [evaluated('a', [metric('intent', intent), words(1500.25)])]).reason
  expect(reasonOf(0.9)).toContain('words 1200 → 1500.25.')
  expect(reasonOf(0.8)).toContain('intent 0.90 → 0.80.')
})

describe('with minKappa', () => {
  const known: JudgeAgreement = {
    name: model.name,
    fingerprint: model.fingerprint,
    metric: 'intent',
    state: 'calibrated',
    kappa: 0.71,
    lower: 0.62,
    upper: 0.79,
    n: 200,
  }
  const unknown: JudgeAgreement = { ...known, state: 'missing', kappa: null, lower: null, upper: null, n: 0 }
  const stable = [evaluated('a', [metric('intent', 0.9)])]

  function trusted(agreements: JudgeAgreement[], cases = stable, minKappa: number | undefined = 0.6) {
    const input = {
      project: '',
      file: 'support.test.ts',
      baseline: { version: 1 as const, entries: one },
      cases,
      collected: ['a'],
    }
    const policy = { ...tolerance, minKappa }
    const { outcome, failed, reason } = gate(compareRun([input], defaultTolerances), policy, agreements)
    return { outcome, failed, reason }
  }

  test('a judge is trusted from the lower end of its interval on', () => {
    expect(trusted([known])).toMatchObject({ outcome: 'pass', failed: false })
    expect(trusted([{ ...known, lower: 0.6 }])).toMatchObject({ outcome: 'pass' })
    expect(trusted([{ ...known, lower: 0.59 }])).toMatchInlineSnapshot(`
      {
        "failed": true,
        "outcome": "untrusted",
        "reason": "Judges must agree with people by κ ≥ 0.6 at the lower end (gate.minKappa): openai/gpt-4.1-mini agrees with people on intent by κ 0.71 (0.59–0.79, n = 200) only. 1 score compared with the baseline, none worse by more than is tolerated.",
      }
    `)
  })

  test('a judge that is not known to agree with people is not', () => {
    const doubtful: JudgeAgreement[] = [
      unknown,
      { ...known, state: 'changed' },
      { ...known, kappa: null, lower: null, upper: null },
    ]
    expect(doubtful.map((agreement) => trusted([agreement]).reason)).toMatchInlineSnapshot(`
      [
        "Judges must agree with people by κ ≥ 0.6 at the lower end (gate.minKappa): openai/gpt-4.1-mini was never calibrated for intent. 1 score compared with the baseline, none worse by more than is tolerated.",
        "Judges must agree with people by κ ≥ 0.6 at the lower end (gate.minKappa): openai/gpt-4.1-mini has changed since it was calibrated for intent. 1 score compared with the baseline, none worse by more than is tolerated.",
        "Judges must agree with people by κ ≥ 0.6 at the lower end (gate.minKappa): openai/gpt-4.1-mini has no kappa for intent, for its 200 labels tell nothing. 1 score compared with the baseline, none worse by more than is tolerated.",
      ]
    `)
    expect(doubtful.every((agreement) => trusted([agreement]).failed)).toBe(true)
  })

  test('it comes before a regression, which is said beside it', () => {
    expect(trusted([unknown], [evaluated('a', [metric('intent', 0.1)])])).toMatchInlineSnapshot(`
      {
        "failed": true,
        "outcome": "untrusted",
        "reason": "Judges must agree with people by κ ≥ 0.6 at the lower end (gate.minKappa): openai/gpt-4.1-mini was never calibrated for intent. 1 of 1 comparable scores got worse by more than is tolerated; the worst: support.test.ts › a › intent 0.90 → 0.10.",
      }
    `)
  })

  test('only judges and metrics whose scores were compared count', () => {
    const others = [
      { ...unknown, metric: 'quality' },
      { ...unknown, name: 'acme/tone' },
      { ...unknown, fingerprint: 'another' },
    ]
    expect(trusted([known, ...others])).toMatchObject({ outcome: 'pass' })
    expect(trusted([unknown], [evaluated('a', [metric('intent', 0.9)], { inputs: ['Hi'] })]).outcome).toBe('warned')
    const named = evaluated('a', [metric('intent', 0.9), metric('quality:tone', 0.9)])
    const entries = { a: entry({ intent: score(0.9), 'quality:tone': score(0.9) }) }
    const input = {
      project: '',
      file: 'a',
      baseline: { version: 1 as const, entries },
      cases: [named],
      collected: ['a'],
    }
    const policy = { ...tolerance, minKappa: 0.6 }
    expect(
      gate(compareRun([input], defaultTolerances), policy, [known, { ...unknown, metric: 'quality' }]).outcome,
    ).toBe('untrusted')
  })

  test('nothing is asked of judges without it', () => {
    const input = {
      project: '',
      file: 'a',
      baseline: { version: 1 as const, entries: one },
      cases: stable,
      collected: ['a'],
    }
    const policy = tolerance
    expect(gate(compareRun([input], defaultTolerances), policy, [unknown])).toMatchObject({ outcome: 'pass' })
  })
})
