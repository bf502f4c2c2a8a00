import type { BaselineEntry, BaselineScore } from '../../../src/baseline/baseline.js'
import { judgeId } from '../../../src/baseline/comparability.js'
import type { EvaluatedCase, EvaluatedMetric } from '../../../src/evaluation/evaluated-case.js'
import type { JudgeIdentity, TrialRecord } from '../../../src/evaluation/record-schema.js'

export const model: JudgeIdentity = { name: 'openai/gpt-4.1-mini', kind: 'llm', fingerprint: '3fa9c1d2' }
export const lexical: JudgeIdentity = { name: 'local/lexical@1', kind: 'local', fingerprint: '77aa' }

const trial: TrialRecord = { attempt: 0, repeat: 0, trial: 0, replies: [], scores: [], errors: [], passed: true }

/** A metric as the evaluation gives it: `{ mean: null }` alone is a metric that the judge declined. */
export function metric(key: string, mean: number | null, more: Partial<EvaluatedMetric> = {}): EvaluatedMetric {
  return {
    key,
    metric: key.replace(/[#:].*/s, ''),
    unit: 'unit',
    values: [mean],
    mean,
    threshold: 0.8,
    passed: mean === null ? 0 : 1,
    missed: 0,
    declined: mean === null ? 1 : 0,
    errored: 0,
    rationale: `Because of ${key}.`,
    judge: model,
    expectationHash: 'expected-1',
    ...more,
  }
}

export function evaluated(key: string, metrics: EvaluatedMetric[], more: Partial<EvaluatedCase> = {}): EvaluatedCase {
  return {
    project: '',
    file: 'support.test.ts',
    name: key,
    key,
    suite: 'support',
    state: 'passed',
    trials: [trial],
    inputs: ['Where is my order?'],
    metrics,
    reply: 'On its way.',
    errors: [],
    latenciesMs: [],
    assistantUsage: {},
    judgeUsage: {},
    ...more,
  }
}

export function score(value: number, more: Partial<BaselineScore> = {}): BaselineScore {
  return { score: value, expects: 'expected-1', judge: judgeId(model), rationale: 'Because it was so.', ...more }
}

export function entry(scores: Record<string, BaselineScore>, more: Partial<BaselineEntry> = {}): BaselineEntry {
  return { input: 'Where is my order?', scores, reply: 'It left yesterday.', ...more }
}
