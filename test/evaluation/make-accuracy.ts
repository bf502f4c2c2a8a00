import type { JudgeAccuracy } from '../../src/evaluation/judge-accuracy.js'
import type { JudgedPassRate } from '../../src/evaluation/judged-pass-rates.js'

export function makeRate(rate: Partial<JudgedPassRate> = {}): JudgedPassRate {
  return {
    metric: 'quality',
    judge: 'openai/gpt-4.1-mini',
    fingerprint: '3fa9c1d2',
    threshold: 0.75,
    judged: 100,
    passed: 80,
    cases: 100,
    designEffect: 1,
    ...rate,
  }
}

/** Known at the pass mark of `makeRate`, by the counts given as [both, people alone, judge alone, neither]. */
export function makeAccuracy(
  [truePositives, falseNegatives, falsePositives, trueNegatives]: [number, number, number, number] = [90, 10, 5, 45],
  accuracy: Partial<JudgeAccuracy> = {},
): JudgeAccuracy {
  return {
    name: 'openai/gpt-4.1-mini',
    fingerprint: '3fa9c1d2',
    metric: 'quality',
    passCounts: [{ atLeast: 0.75, truePositives, falseNegatives, falsePositives, trueNegatives }],
    ...accuracy,
  }
}
