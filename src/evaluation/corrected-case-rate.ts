import { correctedPassRate, type CorrectedPassRate } from './corrected-pass-rate.js'
import { scoreOutcome } from './evaluate-metrics.js'
import type { JudgeAccuracy } from './judge-accuracy.js'
import { judgedPassRates } from './judged-pass-rates.js'
import type { TrialRecord } from './record-schema.js'

/** A case as acceptance counts it, with what was asked of it. */
export interface CountedCase {
  verdict: 'passed' | 'failed' | 'errored' | 'not judged'
  trials: readonly Pick<TrialRecord, 'scores'>[]
}

export interface CorrectedCaseRate {
  /** Share of the cases that passed, 0..1; `null` where none was judged. */
  rate: number | null
  /** As it is without the judge's known errors, with its interval; `null` where that cannot be told. */
  corrected: { estimate: number; lower: number; upper: number } | null
  state: CorrectedPassRate['state'] | 'nothing-judged' | 'several-judgements'
  /** Why there is no correction, or what makes it doubtful. */
  reason: string | null
}

/**
 * The pass rate of a suite's cases, corrected for its judge: what acceptance may ask for. A case that failed for a reason of its own (an error, a limit, an
 * assertion in code) failed for certain; of the others the corrected rate of their judgements says how many people would let pass. So
 * every case must hang on one judgement, all of them of one metric, one judge and one pass mark: how the errors of several go together, no labels tell.
 */
export function correctedCaseRate(
  cases: readonly CountedCase[],
  accuracies: readonly JudgeAccuracy[],
  confidence = 0.95,
): CorrectedCaseRate {
  const counted = cases.filter(({ verdict }) => verdict !== 'not judged')
  if (counted.length === 0) {
    return { rate: null, corrected: null, state: 'nothing-judged', reason: 'nothing was judged' }
  }
  const rate = counted.filter(({ verdict }) => verdict === 'passed').length / counted.length
  const open = counted.filter((one) => !failedForCertain(one))
  const [judged, ...others] = judgedPassRates(open)
  if (judged === undefined || others.length > 0 || judged.judged !== open.length || judged.cases !== open.length) {
    const reason =
      'a corrected pass rate needs cases that hang on one judgement each, all of one metric, judge and pass mark'
    return { rate, corrected: null, state: 'several-judgements', reason }
  }
  const { corrected, state, reason } = correctedPassRate(judged, accuracies, confidence)
  if (corrected?.estimate == null) return { rate, corrected: null, state, reason }
  const share = open.length / counted.length
  const { estimate, lower, upper } = corrected
  return {
    rate,
    corrected: { estimate: estimate * share, lower: lower * share, upper: upper * share },
    state,
    reason,
  }
}

function failedForCertain({ verdict, trials }: CountedCase): boolean {
  if (verdict === 'passed') return false
  if (verdict === 'errored') return true
  const missed = trials.flatMap(({ scores }) => scores).filter((score) => scoreOutcome(score) === 'missed')
  return missed.length === 0 || missed.some(({ judge }) => judge.kind === 'code')
}
