import type { EvaluatedCase, EvaluatedMetric } from '../../src/evaluation/evaluated-case.js'
import type { JudgeIdentity, ScoreRecord, TrialRecord } from '../../src/evaluation/record-schema.js'
import type { NewRun, RunResult } from '../../src/store/store.js'

const judge: JudgeIdentity = { name: 'openai/gpt-4.1-mini', kind: 'llm', fingerprint: '3fa9c1d2' }

export function makeScore(overrides: Partial<ScoreRecord> = {}): ScoreRecord {
  return {
    metric: 'intent',
    unit: 'unit',
    value: 0.9,
    threshold: 0.8,
    negated: false,
    passed: true,
    rationale: 'Names the order and offers to look into it.',
    judge,
    expectation: { intent: 'order_support', examples: ['Let me look into order 881 for you.'] },
    reply: 0,
    usage: { inputTokens: 310, outputTokens: 42, costUsd: 0.00019 },
    ...overrides,
  }
}

export function makeTrial(overrides: Partial<TrialRecord> = {}): TrialRecord {
  return {
    attempt: 0,
    repeat: 0,
    trial: 0,
    replies: [{ input: 'Where is order 881?', text: 'I will look into order 881.', durationMs: 812.5 }],
    scores: [makeScore()],
    errors: [],
    passed: true,
    ...overrides,
  }
}

export function makeMetric(overrides: Partial<EvaluatedMetric> = {}): EvaluatedMetric {
  return {
    key: 'intent',
    metric: 'intent',
    unit: 'unit',
    values: [0.9],
    mean: 0.9,
    threshold: 0.8,
    passed: 1,
    missed: 0,
    declined: 0,
    errored: 0,
    rationale: 'Names the order and offers to look into it.',
    judge,
    expectationHash: 'c0ffee12',
    ...overrides,
  }
}

export function makeCase(overrides: Partial<EvaluatedCase> = {}): EvaluatedCase {
  return {
    project: '',
    file: 'src/support.test.ts',
    name: 'support > finds an order',
    key: 'support > finds an order',
    suite: 'support',
    state: 'passed',
    trials: [makeTrial()],
    inputs: ['Where is order 881?'],
    metrics: [makeMetric()],
    reply: 'I will look into order 881.',
    errors: [],
    latenciesMs: [812.5],
    assistantUsage: {},
    judgeUsage: { inputTokens: 310, outputTokens: 42, costUsd: 0.00019 },
    ...overrides,
  }
}

/** A case that uses every property there is. */
export function makeFullCase(): EvaluatedCase {
  const standIn: JudgeIdentity = {
    name: 'local/lexical@1',
    kind: 'local',
    fingerprint: '77aa',
    standIn: 'no API key',
    servedModel: 'lexical',
  }
  return makeCase({
    project: 'node',
    line: 42,
    state: 'failed',
    passed: false,
    case: { id: 'order-1', suite: 'support', type: 'user_acceptance', priority: 2, tags: ['orders', 'smoke'] },
    acceptance: {
      suite: 'support',
      criteria: [
        { name: 'passRate', expected: 0.9, actual: 0.5, passed: false },
        { name: 'meanQuality', expected: 0.7, actual: null, passed: false },
      ],
    },
    contextHash: 'beef01',
    inputs: ['Hello', 'Where is order 881?'],
    trials: [
      makeTrial({
        attempt: 1,
        repeat: 2,
        trial: 3,
        passed: false,
        replies: [
          { input: 'Hello', text: 'Hi!', durationMs: 0, firstTokenMs: 0.5, context: { user: null, cart: [1, 'two'] } },
          { input: 'Where is order 881?', text: '', context: null, usage: { inputTokens: 12 } },
        ],
        scores: [
          makeScore({ id: 'greeting', negated: true, value: 0, passed: true }),
          makeScore({ metric: 'latency', unit: 'ms', value: 812.25, threshold: 5000, passed: false, reply: 1 }),
          makeScore({ value: null, passed: null, declined: 'no ground', judge: standIn, expectation: null }),
          makeScore({ value: null, passed: null, error: '429', expectation: [1, { deep: ['x'] }], usage: {} }),
        ],
        errors: [{ stage: 'judge', message: '429' }],
      }),
      makeTrial({ trial: 4, passed: null, replies: [], scores: [], errors: [{ stage: 'assistant', message: 'boom' }] }),
      makeTrial({ trial: 5, passed: null, replies: [], scores: [] }),
    ],
    metrics: [
      makeMetric({ key: 'intent#2', values: [0.9, null], sd: 0.1, mean: null, judge: standIn }),
      makeMetric({ key: 'latency', metric: 'latency', unit: 'ms' }),
    ],
    errors: [
      { stage: 'judge', message: '429' },
      { stage: 'assistant', message: 'boom' },
      { stage: 'test', message: 'AssertionError: expected 1 to be 2' },
    ],
    latenciesMs: [0, 812.25],
    assistantUsage: { inputTokens: 12 },
  })
}

export function makeRun(overrides: Partial<NewRun> = {}): NewRun {
  return {
    startedAt: '2026-11-23T18:00:00.000Z',
    commit: 'c0a2821c0a2821c0a2821c0a2821c0a2821c0a28',
    branch: 'main',
    dirty: false,
    ci: false,
    versions: { node: '20.20.2', vitest: '4.1.12', 'vitest-judge': '0.0.0' },
    judge: { name: 'openai/gpt-4.1-mini', fingerprint: '3fa9c1d2' },
    ...overrides,
  }
}

export function makeResult(overrides: Partial<RunResult> = {}): RunResult {
  return {
    finishedAt: '2026-11-23T18:01:00.000Z',
    outcome: 'failed',
    reason: '2 tests failed',
    passed: 5,
    failed: 2,
    skipped: 1,
    judged: 19,
    notJudged: 3,
    errors: 1,
    ...overrides,
  }
}
