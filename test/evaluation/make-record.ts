import type { ReplyRecord, ScoreRecord, TrialRecord } from '../../src/evaluation/record-schema.js'
import type { FinishedTest } from '../../src/evaluation/evaluate-test.js'

const lexical = { name: 'local/lexical@1', kind: 'local', fingerprint: 'a1b2c3' } as const

export function makeScore(score: Partial<ScoreRecord> = {}): ScoreRecord {
  const value = score.value === undefined ? 1 : score.value
  return {
    metric: 'intent',
    unit: 'unit',
    threshold: 0.8,
    negated: false,
    passed: value === null ? null : value >= 0.8,
    rationale: `scored ${value}`,
    judge: lexical,
    expectation: { intent: 'greeting' },
    reply: 0,
    ...score,
    value,
  }
}

export function makeReply(reply: Partial<ReplyRecord> = {}): ReplyRecord {
  return { input: 'Hi', text: 'Hello!', durationMs: 10, ...reply }
}

export function makeTrial(trial: Partial<TrialRecord> = {}): TrialRecord {
  return { attempt: 0, repeat: 0, trial: 0, replies: [makeReply()], scores: [], errors: [], passed: true, ...trial }
}

export function makeTest(trials: TrialRecord[], test: Partial<FinishedTest> = {}, record: object = {}): FinishedTest {
  return {
    record: { version: 1, trials, ...record },
    project: '',
    file: 'support.test.ts',
    name: 'support > greets',
    suite: 'support',
    state: 'passed',
    testErrors: [],
    ...test,
  }
}
