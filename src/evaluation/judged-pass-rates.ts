import { scoreOutcome } from './evaluate-metrics.js'
import type { ScoreRecord, TrialRecord } from './record-schema.js'
import { isJudgement } from './score-unit.js'

/** How many judgements of one metric passed, by one judge as it is and at one pass mark. */
export interface JudgedPassRate {
  metric: string
  /** Name and fingerprint of the judge. */
  judge: string
  fingerprint: string
  /** 0..1 */
  threshold: number
  /** Judgements with a value, and those of them that passed. Declined ones and errors are in neither. */
  judged: number
  passed: number
  /** How many cases they are of. */
  cases: number
  /** By how many times the rate varies more than that of as many independent judgements, from 1: trials of one case are alike. */
  designEffect: number
}

/**
 * The pass rates of cases, in the order in which their metrics were first asserted. What is compared in code is no opinion, and what `.not` asserts passes for the
 * opposite reason: both are left out.
 */
export function judgedPassRates(
  cases: readonly { trials: readonly Pick<TrialRecord, 'scores'>[] }[],
): JudgedPassRate[] {
  const groups = new Map<string, { score: ScoreRecord; cases: Map<number, { judged: number; passed: number }> }>()
  for (const [index, { trials }] of cases.entries()) {
    for (const score of trials.flatMap(({ scores }) => scores)) {
      if (!isJudgement(score) || score.negated || score.judge.kind === 'code') continue
      const outcome = scoreOutcome(score)
      if (outcome !== 'passed' && outcome !== 'missed') continue
      const key = [score.metric, score.judge.name, score.judge.fingerprint, score.threshold].join('\0')
      const group = groups.get(key) ?? { score, cases: new Map<number, { judged: number; passed: number }>() }
      const { judged, passed } = group.cases.get(index) ?? { judged: 0, passed: 0 }
      group.cases.set(index, { judged: judged + 1, passed: passed + Number(outcome === 'passed') })
      groups.set(key, group)
    }
  }
  return [...groups.values()].map(({ score: { metric, judge, threshold }, cases }) => ({
    metric,
    judge: judge.name,
    fingerprint: judge.fingerprint,
    threshold: threshold ?? 0,
    ...pooled([...cases.values()]),
  }))
}

/**
 * Trials of one case are no independent evidence. The design effect is the cluster-robust variance of the rate over the binomial one (Kish, Survey
 * Sampling, 1965; Rao and Scott, "A Simple Method for the Analysis of Clustered Binary Data", Biometrics 48, 1992). Where all passed, or none, it cannot
 * be seen, and a case counts as one judgement.
 */
function pooled(cases: { judged: number; passed: number }[]) {
  const judged = sum(cases.map((one) => one.judged))
  const passed = sum(cases.map((one) => one.passed))
  const rate = passed / judged
  const most = judged / cases.length
  let designEffect = most
  if (most > 1 && cases.length > 1 && passed > 0 && passed < judged) {
    const squares = sum(cases.map((one) => (one.passed - one.judged * rate) ** 2))
    const robust = ((cases.length / (cases.length - 1)) * squares) / judged ** 2
    designEffect = Math.max(1, robust / ((rate * (1 - rate)) / judged))
  }
  return { judged, passed, cases: cases.length, designEffect }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
