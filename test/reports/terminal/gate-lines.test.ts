import { expect, test } from 'vitest'
import type { MetricVerdict } from '../../../src/baseline/gate/judge-family.js'
import type { SuiteVerdict } from '../../../src/baseline/gate/judge-suite.js'
import { gateLines } from '../../../src/reports/terminal/gate-lines.js'
import { createPalette } from '../../../src/reports/terminal/palette.js'

function metricOf(metric: Partial<MetricVerdict> = {}): MetricVerdict {
  return {
    metric: 'intent',
    unit: 'unit',
    kind: 'score',
    betterLower: false,
    verdict: 'pass',
    cases: 50,
    trials: { least: 3, most: 3 },
    margin: 0.05,
    change: -0.0034,
    lower: -0.026,
    upper: 0.0192,
    noise: 'trials',
    pValue: 0.38,
    detectableDrop: 0.0375,
    enough: null,
    ...metric,
  }
}

function suiteOf(suite: Partial<SuiteVerdict> = {}): SuiteVerdict {
  return {
    project: '',
    file: 'support.test.ts',
    verdict: 'pass',
    metrics: [metricOf()],
    missingTrials: 0,
    hangsOnMissing: false,
    degraded: [],
    compared: { byMean: 50, alone: 0 },
    broken: [],
    ...suite,
  }
}

const linesOf = (suites: SuiteVerdict[], columns = 100, declined: Parameters<typeof gateLines>[1] = []) =>
  gateLines(suites, declined, createPalette(false), columns)

test('a line a metric, the worst file first', () => {
  const regressed = suiteOf({
    file: 'web.test.ts',
    project: 'web',
    verdict: 'regressed',
    metrics: [
      metricOf({ verdict: 'regressed', change: -0.07, lower: -0.1, upper: -0.04, pValue: 0.00001 }),
      metricOf({ metric: 'pass rate', verdict: 'inconclusive', lower: -0.1, trials: { least: 2, most: 3 } }),
      metricOf({
        metric: 'words',
        unit: 'number',
        betterLower: true,
        change: -12,
        lower: -20,
        upper: -4,
        detectableDrop: 9,
      }),
      metricOf({
        metric: 'tone',
        verdict: 'inconclusive',
        cases: 1,
        trials: { least: 1, most: 1 },
        change: -0.1,
        lower: -Infinity,
        upper: Infinity,
        detectableDrop: null,
      }),
    ],
    missingTrials: 4,
    broken: [
      { key: 'refund-01', trials: 1, priority: undefined, fatal: false },
      { key: 'refund-02', trials: 4, priority: 2, fatal: true },
    ],
  })
  const declined = [{ project: '', file: 'support.test.ts', cases: 2 }]
  expect(linesOf([suiteOf(), regressed], 100, declined).join('\n')).toMatchInlineSnapshot(`
    "   [web] web.test.ts · 4 trials not judged, taken for the worst and for the best
         ✗ intent     −0.070 (−0.100 to −0.040) · p < 0.0001 · 50 cases × 3 trials ·
                      a drop of 0.037 would have shown
         ? pass rate  −0.003 (−0.100 to +0.019) · 50 cases × 2–3 trials ·
                      a drop of 0.037 would have shown
         ✓ words      +12 (+4 to +20), less is better · 50 cases × 3 trials ·
                      a rise of 9 would have shown
         ? tone       −0.100 · 1 case × 1 trial · no change would have shown
         broken  [web] web.test.ts › refund-02: passed in every trial, fails in every trial (4 trials,
                 priority 2)
         broken  [web] web.test.ts › refund-01: passed, and fails now (1 trial)
       support.test.ts · 2 cases left out, not judged in the baseline either
         ✓ intent  −0.003 (−0.026 to +0.019) · 50 cases × 3 trials · a drop of 0.037 would have shown"
  `)
})

test('fits its width, and ten files', () => {
  const many = Array.from({ length: 12 }, (_, index) => suiteOf({ file: `${index}.test.ts` }))
  const lines = linesOf(many, 60)
  expect(lines.at(-1)).toBe('   … and 2 more files')
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60)
})

test('files without a mean that was compared have no lines', () => {
  expect(linesOf([suiteOf({ verdict: null, metrics: [] })])).toEqual([])
})
