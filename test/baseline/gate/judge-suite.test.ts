import { describe, expect, test } from 'vitest'
import { parseBaseline } from '../../../src/baseline/parse-baseline.js'
import { formatBaseline } from '../../../src/baseline/format-baseline.js'
import type { GatePolicy } from '../../../src/baseline/gate/gate-policy.js'
import type { EvaluatedCase } from '../../../src/evaluation/evaluated-case.js'
import { seededRandom } from '../../../src/statistics/seeded-random.js'
import { drawScores } from './draw-scores.js'
import { baselineOf, caseOf, casesOf, metricOf, verdictOn } from './suite-of.js'

const fifty = drawScores(seededRandom({ seed: 3 }).random, { cases: 50, trials: 3 })
const lowered = (scores: number[][], by: number) => scores.map((values) => values.map((value) => value - by))
const twelve = (value: number, trials = 1) => Array.from({ length: 12 }, () => Array<number>(trials).fill(value))

function suiteOn(before: EvaluatedCase[], after: EvaluatedCase[], own: Partial<GatePolicy> = {}) {
  return verdictOn(before, after, own).suites[0]!
}

describe('verdicts', () => {
  test('PASS, and what it rests on', () => {
    const verdict = verdictOn(casesOf(fifty.before), casesOf(fifty.after))
    expect(verdict).toMatchObject({ outcome: 'pass', failed: false })
    expect(verdict.reason).toMatchInlineSnapshot(
      `"50 scores compared with the baseline, no mean lower by 0.05 or more at 95 % confidence."`,
    )
    expect(verdict.suites[0]?.metrics).toMatchInlineSnapshot(`
      [
        {
          "betterLower": false,
          "cases": 50,
          "change": -0.009333333333333322,
          "detectableDrop": 0.039364559893748256,
          "enough": null,
          "kind": "score",
          "lower": -0.03435244095944853,
          "margin": 0.04999999999999998,
          "metric": "quality",
          "noise": "trials",
          "pValue": 0.46282843594074463,
          "trials": {
            "least": 3,
            "most": 3,
          },
          "unit": "unit",
          "upper": 0.015685774292781885,
          "verdict": "pass",
        },
        {
          "betterLower": false,
          "cases": 50,
          "change": 0,
          "detectableDrop": 0.060302077915380066,
          "enough": null,
          "kind": "pass rate",
          "lower": 0,
          "margin": 0.04999999999999998,
          "metric": "pass rate",
          "noise": "trials",
          "pValue": 0.5,
          "trials": {
            "least": 3,
            "most": 3,
          },
          "unit": "unit",
          "upper": 0,
          "verdict": "pass",
        },
      ]
    `)
  })

  test('REGRESSED, wherever the drop is', () => {
    const all = verdictOn(casesOf(fifty.before), casesOf(lowered(fifty.after, 0.06)))
    expect(all).toMatchObject({ outcome: 'regressed', failed: true })
    expect(all.reason).toMatchInlineSnapshot(
      `"Mean quality of support.test.ts changed by −0.069 (95 % interval −0.094 to −0.044)."`,
    )
    const some = fifty.after.map((values, index) => (index % 5 === 0 ? values.map((value) => value - 0.3) : values))
    expect(verdictOn(casesOf(fifty.before), casesOf(some)).outcome).toBe('regressed')
  })

  test('INCONCLUSIVE, and how much more would decide', () => {
    const [before, after] = [fifty.before.slice(0, 12), fifty.after.slice(0, 12)]
    const open = verdictOn(casesOf(before), casesOf(lowered(after, 0.04)))
    expect(open).toMatchObject({ outcome: 'inconclusive', failed: false })
    expect(open.reason).toMatchInlineSnapshot(
      `"Mean quality of support.test.ts changed by −0.014 (95 % interval −0.067 to +0.039), which neither excludes a drop of 0.050 nor shows one; 14 trials a case (now 3) or 54 cases (now 12) would decide."`,
    )
    const singles = (scores: number[][]) => casesOf(scores.map((values) => values.slice(0, 1)))
    const byCases = verdictOn(singles(before), singles(after), { inconclusive: 'fail' })
    expect(byCases).toMatchObject({ outcome: 'inconclusive', failed: true })
    expect(byCases.reason).toMatchInlineSnapshot(
      `"Mean quality of support.test.ts changed by +0.017 (95 % interval −0.059 to +0.092), which neither excludes a drop of 0.050 nor shows one; 31 cases (now 12) would decide."`,
    )
  })

  test('where nothing varies, a decline of the margin is one, and no change is none', () => {
    for (const trials of [1, 3]) {
      const same = suiteOn(casesOf(twelve(0.7, trials)), casesOf(twelve(0.7, trials)))
      expect(same).toMatchObject({ verdict: 'pass', metrics: [{ change: 0, lower: 0, upper: 0 }, { change: 0 }] })
      const verdicts = [0.66, 0.65, 0.6].map(
        (value) => suiteOn(casesOf(twelve(0.7, trials)), casesOf(twelve(value, trials))).verdict,
      )
      expect(verdicts).toEqual(['pass', 'regressed', 'regressed'])
    }
  })

  test('margin and confidence are as asked for', () => {
    const [before, after] = [casesOf(fifty.before), casesOf(lowered(fifty.after, 0.06))]
    expect(suiteOn(before, after, { margin: 0.12 }).verdict).toBe('pass')
    expect(suiteOn(before, after, { confidence: 0.999999999 }).verdict).toBe('inconclusive')
  })

  test('under .not, and of numbers where less is better, up is worse', () => {
    const up = (more: object) => suiteOn(casesOf(twelve(0.2), more), casesOf(twelve(0.3), more))
    expect(up({ negated: true })).toMatchObject({ verdict: 'regressed', metrics: [{ betterLower: true }, {}] })
    const words = { unit: 'number', direction: 'down', threshold: null } as const
    const counted = (value: number) => casesOf(twelve(value), words)
    expect(suiteOn(counted(100), counted(104)).verdict).toBe('pass')
    expect(suiteOn(counted(100), counted(106)).verdict).toBe('regressed')
    expect(verdictOn(counted(100), counted(106)).reason).toMatchInlineSnapshot(
      `"Mean quality of support.test.ts changed by +6 (95 % interval +6 to +6)."`,
    )
  })
})

describe('who is gated by the mean', () => {
  test('metrics of ten cases, unless the policy says otherwise', () => {
    const few = (value: number) => casesOf(twelve(value).slice(0, 9))
    expect(verdictOn(few(0.9), few(0.6))).toMatchObject({ outcome: 'regressed', suites: [{ verdict: null }] })
    expect(verdictOn(few(0.9), few(0.6), { policy: 'statistical' })).toMatchObject({
      outcome: 'regressed',
      suites: [{ verdict: 'regressed' }],
    })
    expect(verdictOn(casesOf(twelve(0.9)), casesOf(twelve(0.6)), { policy: 'tolerance' }).suites[0]?.verdict).toBeNull()
  })

  test('a metric of few cases is held score by score beside it', () => {
    const withTone = (tone: number) => [
      caseOf('c0', [metricOf('quality', [0.7]), metricOf('tone', [tone])]),
      ...casesOf(twelve(0.7)).slice(1),
    ]
    const verdict = verdictOn(withTone(0.9), withTone(0.2))
    expect(verdict.outcome).toBe('regressed')
    expect(verdict.reason).toMatchInlineSnapshot(
      `"1 of 1 other comparable scores got worse by more than is tolerated; the worst: support.test.ts › c0 › tone 0.90 → 0.20."`,
    )
    expect(verdict.suites[0]?.verdict).toBe('pass')
  })

  test('one case of one trial tells nothing, unless it is the same', () => {
    const one = (value: number) => casesOf([[value]])
    const statistical = { policy: 'statistical' } as const
    expect(suiteOn(one(0.7), one(0.7), statistical).verdict).toBe('pass')
    expect(suiteOn(one(0.7), one(0.6), statistical).verdict).toBe('inconclusive')
    expect(verdictOn(one(0.7), one(0.6), statistical).reason).toMatchInlineSnapshot(
      `"Mean quality of support.test.ts changed by −0.100 (of too few cases to say more), which neither excludes a drop of 0.050 nor shows one."`,
    )
  })

  test('a baseline of an older version is compared as far as it goes', () => {
    const text = formatBaseline(baselineOf(casesOf(fifty.before))!)
    const old = parseBaseline(text.replace(/^ +(?:values|passed|trials): .*\n/gm, ''), 'a.judge.yaml')
    const verdict = verdictOn(old, casesOf(fifty.after))
    expect(verdict.outcome).toBe('pass')
    expect(verdict.suites[0]?.metrics).toMatchObject([
      { metric: 'quality', noise: 'cases', trials: { least: 1, most: 3 } },
    ])
  })
})

describe('what is missing', () => {
  const before = casesOf(twelve(0.7, 3))
  const withMissing = (count: number, value = 0.7) =>
    casesOf(twelve(value, 3)).map((one, index) =>
      index < count ? caseOf(one.key, [metricOf('quality', [null, null, null])]) : one,
    )

  test('declined now: a verdict that hangs on it is none', () => {
    const open = verdictOn(before, withMissing(2))
    expect(open).toMatchObject({ outcome: 'inconclusive', suites: [{ missingTrials: 6, hangsOnMissing: true }] })
    expect(open.reason).toMatchInlineSnapshot(
      `"The verdict on support.test.ts hangs on 6 trials that were not judged; 2 scores of the baseline not judged."`,
    )
    expect(verdictOn(before, withMissing(2, 0.2)).outcome).toBe('regressed')
  })

  test('a share that was missing in the baseline too is not filled in', () => {
    const some = twelve(0.7, 3).map((values) => [...values.slice(1), null])
    expect(suiteOn(casesOf(some), casesOf(some))).toMatchObject({ verdict: 'pass', missingTrials: 0 })
  })

  test('declined on both sides: left out and counted', () => {
    const suite = [...before, caseOf('silent', [metricOf('quality', [null])])]
    expect(suiteOn(suite, suite)).toMatchObject({
      verdict: 'pass',
      missingTrials: 0,
      metrics: [{ cases: 12 }, { cases: 12 }],
    })
  })

  test('errored: as declined', () => {
    const errored = before.map((one, index) =>
      index < 2
        ? {
            ...one,
            state: 'failed' as const,
            trials: [],
            metrics: [],
            errors: [{ stage: 'assistant' as const, message: 'down' }],
          }
        : one,
    )
    expect(suiteOn(before, errored)).toMatchObject({ verdict: 'inconclusive', hangsOnMissing: true })
  })
})

describe('passing', () => {
  const passing = (passed: boolean[][], priority?: number) =>
    passed.map((trials, index) =>
      caseOf(
        `c${index}`,
        [
          metricOf(
            'quality',
            trials.map(() => 0.7),
          ),
        ],
        trials,
        {
          case: { id: `c${index}`, suite: 's', type: 'unit', tags: [], ...(priority !== undefined && { priority }) },
        },
      ),
    )
  const all = (cases: number, trials: number) => Array.from({ length: cases }, () => Array<boolean>(trials).fill(true))
  const without = (passes: boolean[][], count: number) =>
    passes.map((trials, index) => (index < count ? trials.map(() => false) : trials))

  test('is a metric of its own, by McNemar at one trial', () => {
    const suite = suiteOn(passing(all(20, 1)), passing(without(all(20, 1), 9)))
    expect(suite).toMatchObject({
      verdict: 'regressed',
      metrics: [{ verdict: 'pass' }, { metric: 'pass rate', change: expect.closeTo(-0.45) as number }],
    })
    // 2⁻⁹ / 2, twice for the two metrics.
    expect(suite.metrics[1]?.pValue).toBeCloseTo(2 ** -9, 12)
  })

  test('a case that never passes any more is broken: with four trials, or of the highest priority', () => {
    const broken = (trials: number, priority?: number) =>
      verdictOn(passing(all(30, trials), priority), passing(without(all(30, trials), 1), priority))
    expect(broken(4)).toMatchObject({
      outcome: 'broken',
      failed: true,
      suites: [{ broken: [{ key: 'c0', fatal: true }] }],
    })
    expect(broken(4).reason).toMatchInlineSnapshot(
      `"1 case always passed and now fails in every trial: support.test.ts › c0."`,
    )
    expect(broken(3)).toMatchObject({ failed: false, suites: [{ broken: [{ key: 'c0', fatal: false }] }] })
    expect(broken(3, 2)).toMatchObject({ failed: false })
    expect(broken(1, 1)).toMatchObject({ outcome: 'broken', failed: true })
  })

  test('is not compared where something else is asserted now', () => {
    const after = passing(without(all(20, 4), 20)).map((one) => ({
      ...one,
      metrics: [...one.metrics, metricOf('tone', [0.1, 0.1, 0.1, 0.1])],
    }))
    expect(suiteOn(passing(all(20, 4)), after)).toMatchObject({
      verdict: 'pass',
      metrics: [{ metric: 'quality' }],
      broken: [],
    })
  })
})
