import { describe, expect, test } from 'vitest'
import { evaluateTest, type FinishedTest } from '../../src/evaluation/evaluate-test.js'
import { makeReply, makeScore, makeTest, makeTrial } from './make-record.js'

function evaluate(finished: FinishedTest) {
  const evaluated = evaluateTest(finished)
  if (evaluated === null) throw new Error('expected a case')
  return evaluated
}

const outage = [{ stage: 'judge' as const, message: '503 from the judge' }]

describe('evaluateTest', () => {
  test('gives a case of one trial', () => {
    const usage = { inputTokens: 5, outputTokens: 2 }
    expect(
      evaluate(
        makeTest(
          [
            makeTrial({
              replies: [makeReply({ usage, context: { user: 7 } })],
              scores: [
                makeScore({ value: 0.9 }),
                makeScore({ metric: 'latency', unit: 'ms', value: 10, passed: true }),
              ],
            }),
          ],
          { line: 12 },
        ),
      ),
    ).toMatchSnapshot()
  })

  test('ignores a test that has no record', () => {
    expect(evaluateTest({ ...makeTest([]), record: undefined })).toBeNull()
  })

  test('makes an error of a record that it cannot read', () => {
    const { errors, key, trials } = evaluate({
      ...makeTest([], { state: 'failed', testErrors: ['boom'] }),
      record: { version: 1, trials: [{ ...makeTrial(), attempt: 'first' }] },
    })
    expect({ key, trials }).toEqual({ key: 'support > greets', trials: [] })
    expect(errors.map((error) => error.stage)).toEqual(['test', 'test'])
    expect(errors.map((error) => error.message).join('\n')).toMatchInlineSnapshot(`
      "The record of this test is not one of this version of vitest-judge: trials.0.attempt: Invalid input: expected number, received string. Only vitest-judge may write \`task.meta.judge\`, and the worker needs the same version as the plugin: see \`npm ls vitest-judge\`.
      boom"
    `)
  })

  test('takes key and suite from the dataset', () => {
    const row = { id: 'greeting-01', suite: 'small talk', type: 'unit', tags: [] }
    expect(evaluate(makeTest([makeTrial()], {}, { case: row }))).toMatchObject({
      key: 'greeting-01',
      suite: 'small talk',
      case: row,
    })
  })
})

describe('trials that count', () => {
  test('of several attempts, the first completed one', () => {
    const { trials, metrics } = evaluate(
      makeTest([
        makeTrial({ attempt: 2, scores: [makeScore({ value: 1 })] }),
        makeTrial({ attempt: 0, scores: [makeScore({ value: 0.9 })], errors: outage }),
        makeTrial({ attempt: 1, scores: [makeScore({ value: 0.3 })], passed: false }),
      ]),
    )
    expect(trials.map((trial) => trial.attempt)).toEqual([1])
    expect(metrics[0]).toMatchObject({ mean: 0.3, passed: 0, missed: 1 })
  })

  test('an attempt that was cut off is not completed', () => {
    const cutOff = makeTrial({ attempt: 0, replies: [], passed: null })
    expect(evaluate(makeTest([cutOff, makeTrial({ attempt: 1 })])).trials[0]?.attempt).toBe(1)
  })

  test('the last attempt where none completed, without its reply', () => {
    const evaluated = evaluate(
      makeTest([makeTrial({ attempt: 0, errors: outage }), makeTrial({ attempt: 1, errors: outage })]),
    )
    expect(evaluated.trials.map((trial) => trial.attempt)).toEqual([1])
    expect(evaluated.reply).toBeUndefined()
    expect(evaluated.inputs).toEqual([])
  })

  test('each repeat and each trial, in order', () => {
    const slots = [
      [1, 0],
      [0, 1],
      [0, 0],
    ].map(([repeat = 0, trial = 0]) => makeTrial({ repeat, trial }))
    expect(evaluate(makeTest(slots)).trials.map(({ repeat, trial }) => [repeat, trial])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
    ])
  })

  test('a discarded attempt was paid for all the same', () => {
    const paid = makeScore({ usage: { inputTokens: 10, outputTokens: 1, costUsd: 0.25 } })
    const { judgeUsage, assistantUsage, latenciesMs } = evaluate(
      makeTest([makeTrial({ errors: outage, scores: [paid] }), makeTrial({ attempt: 1, scores: [paid] })]),
    )
    expect(judgeUsage).toEqual({ inputTokens: 20, outputTokens: 2, costUsd: 0.5 })
    expect(assistantUsage).toEqual({})
    expect(latenciesMs).toEqual([10])
  })
})

describe('metrics', () => {
  test('have a key an assertion', () => {
    const scores = [
      makeScore(),
      makeScore({ id: 'greeting' }),
      makeScore(),
      makeScore({ metric: 'entities' }),
      makeScore({ id: 'greeting' }),
    ]
    expect(evaluate(makeTest([makeTrial({ scores })])).metrics.map((metric) => metric.key)).toEqual([
      'intent',
      'intent:greeting',
      'intent#2',
      'entities',
      'intent:greeting#2',
    ])
  })

  test('count outcomes apart, and average numbers alone', () => {
    const trials = [
      makeScore({ value: 1 }),
      makeScore({ value: 0.5 }),
      makeScore({ value: null, declined: 'no examples' }),
      makeScore({ value: null, error: '503 from the judge' }),
    ].map((score, trial) => makeTrial({ trial, scores: [score] }))
    const { metrics, errors } = evaluate(makeTest(trials))
    expect(metrics[0]).toMatchObject({ values: [1, 0.5, null, null], mean: 0.75, passed: 1, missed: 1 })
    expect(metrics[0]).toMatchObject({ declined: 1, errored: 1, sd: Math.SQRT1_2 / 2 })
    expect(errors).toEqual(outage)
  })

  test('without a value are null and say why', () => {
    const score = makeScore({ value: null, declined: 'no examples' })
    const [metric] = evaluate(makeTest([makeTrial({ scores: [score] })])).metrics
    expect(metric).toMatchObject({ values: [null], mean: null, rationale: 'no examples' })
    expect(metric).not.toHaveProperty('sd')
  })

  test('that are negated say so', () => {
    const score = makeScore({ value: 0.1, negated: true, passed: true })
    expect(evaluate(makeTest([makeTrial({ scores: [score] })])).metrics[0]).toMatchObject({ negated: true, passed: 1 })
  })

  test('that are negated are not of the same thing', () => {
    const hash = (negated: boolean) =>
      evaluate(makeTest([makeTrial({ scores: [makeScore({ negated })] })])).metrics[0]?.expectationHash
    expect(hash(true)).not.toBe(hash(false))
  })

  test('with a stand-in among their trials are the stand-in’s', () => {
    const standIn = { ...makeScore().judge, name: 'local/lexical@1', standIn: 'the judge is down' }
    const chosen = { name: 'openai/gpt', kind: 'llm' as const, fingerprint: 'ff' }
    const trials = [makeScore({ judge: chosen }), makeScore({ judge: standIn })].map((score, trial) =>
      makeTrial({ trial, scores: [score] }),
    )
    expect(evaluate(makeTest(trials)).metrics[0]?.judge).toEqual(standIn)
  })

  test('are of the same thing whatever the order of the keys', () => {
    const hash = (expectation: ReturnType<typeof makeScore>['expectation']) =>
      evaluate(makeTest([makeTrial({ scores: [makeScore({ expectation })] })])).metrics[0]?.expectationHash
    expect(hash({ a: 1, b: 2 })).toBe(hash({ b: 2, a: 1 }))
    expect(hash({ a: 1, b: 2 })).not.toBe(hash({ a: 1, b: 3 }))
  })
})

describe('the reply', () => {
  const scored = (values: number[]) =>
    values.map((value, trial) =>
      makeTrial({ trial, scores: [makeScore({ value })], replies: [makeReply({ text: `reply ${value}` })] }),
    )

  test.each([
    { values: [0.1, 0.9, 1], reply: 'reply 0.9' },
    { values: [0.2, 0.4], reply: 'reply 0.2' },
    { values: [0.4, 0.2], reply: 'reply 0.4' },
  ])('is of the trial nearest the median: $values', ({ values, reply }) => {
    const evaluated = evaluate(makeTest(scored(values)))
    expect(evaluated.reply).toBe(reply)
    expect(evaluated.metrics[0]?.rationale).toBe(reply.replace('reply', 'scored'))
  })

  test('is all of them where a trial has several', () => {
    const replies = [makeReply({ input: 'Hi', text: 'Hello!' }), makeReply({ input: 'Bye', text: 'See you.' })]
    expect(evaluate(makeTest([makeTrial({ replies })]))).toMatchObject({
      reply: 'Hello!\n\nSee you.',
      inputs: ['Hi', 'Bye'],
    })
  })
})

describe('errors of the test', () => {
  const failed = { state: 'failed' as const, testErrors: ['Error: it broke'] }

  test('count where no score explains the failure', () => {
    expect(evaluate(makeTest([makeTrial({ scores: [makeScore()] })], failed)).errors).toEqual([
      { stage: 'test', message: 'Error: it broke' },
    ])
  })

  test.each([
    ['a missed score', makeScore({ value: 0.1 })],
    ['a chosen judge that declined', makeScore({ value: null })],
  ])('do not count where it is %s', (_, score) => {
    expect(evaluate(makeTest([makeTrial({ scores: [score] })], failed)).errors).toEqual([])
  })

  test.each(['it broke', 'Error: it broke', 'TypeError: Error: it broke'])(
    'count once where it is known as %s',
    (message) => {
      const errors = [{ stage: 'assistant' as const, message }]
      expect(evaluate(makeTest([makeTrial({ errors })], failed)).errors).toEqual(errors)
    },
  )

  test('count where a miss does not fail the test', () => {
    const trials = [makeTrial({ scores: [makeScore({ value: 0.1 })], passed: false })]
    expect(evaluate(makeTest(trials, failed, { passed: false })).errors).toHaveLength(1)
  })

  test('do not count for an acceptance that was missed', () => {
    const criteria = [{ name: 'passRate', expected: 0.9, actual: 0.5, passed: false }]
    expect(evaluate(makeTest([], failed, { acceptance: { suite: 'support', criteria } })).errors).toEqual([])
  })
})

test('a score that is only recorded neither passes nor misses, and explains no failure', () => {
  const words = (value: number) =>
    makeScore({
      metric: 'words',
      unit: 'number',
      direction: 'down',
      tolerance: 2,
      value,
      threshold: null,
      passed: null,
    })
  const trials = [100, 110].map((value, repeat) => makeTrial({ repeat, scores: [words(value)] }))
  const evaluated = evaluateTest(makeTest(trials, { state: 'failed', testErrors: ['expected 1 to be 2'] }))
  expect(evaluated?.metrics).toMatchObject([
    {
      key: 'words',
      unit: 'number',
      direction: 'down',
      tolerance: 2,
      mean: 105,
      threshold: null,
      passed: 0,
      missed: 0,
      declined: 0,
      errored: 0,
    },
  ])
  expect(evaluated?.errors).toEqual([{ stage: 'test', message: 'expected 1 to be 2' }])
})
