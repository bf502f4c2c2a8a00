import { expect, test } from 'vitest'
import { recordScore } from '../../src/matchers/record-score.js'
import { codeMatchers, reply } from './code-matchers.js'

const { inTrial, scores } = codeMatchers()

test('puts a number into the record of the trial, and asserts nothing', async () => {
  await inTrial(() => {
    recordScore('words per sentence', 14.2, { direction: 'down', tolerance: 2 })
    expect(reply({ toolCalls: [] })).toCallTools([])
    recordScore('recall@10', 0.83, { unit: 'unit' })
  })
  const judge = { name: 'recorded', kind: 'code', fingerprint: '1' }
  const [words, , recall] = scores()
  expect(words).toEqual({
    metric: 'words per sentence',
    unit: 'number',
    direction: 'down',
    tolerance: 2,
    value: 14.2,
    threshold: null,
    negated: false,
    passed: null,
    rationale: 'recorded by the test; less is better',
    judge,
    expectation: { unit: 'number', direction: 'down' },
    reply: -1,
  })
  expect(recall).toEqual({
    metric: 'recall@10',
    unit: 'unit',
    value: 0.83,
    threshold: null,
    negated: false,
    passed: null,
    rationale: 'recorded by the test',
    judge,
    expectation: { unit: 'unit', direction: 'up' },
    reply: 0,
  })
})

test.for([
  [['', 1], 'expected a name'],
  [['quality', 1], '"quality" is a metric of vitest-judge'],
  [['quality:tone', 1], '"quality:tone" is a metric of vitest-judge'],
  [['latency#2', 1], 'is a metric of vitest-judge'],
  [['x', NaN], 'expected "x" as a finite number, got NaN'],
  [['x', Infinity], 'got Infinity'],
  [['x', '1'], 'got "1"'],
  [['x', -1e101], 'within ±1e+100, got -1e+101'],
  [['x', 1.2, { unit: 'unit' }], 'within 0..1'],
  [['x', 1, { unit: 'ms' }], `the option "unit" as 'number' or 'unit', got "ms"`],
  [['x', 1, { direction: 'left' }], `the option "direction" as 'up' or 'down', got "left"`],
  [['x', 1, { tolerance: -1 }], 'a number of 0 or more, got -1'],
  [['x', 1, { tolerance: NaN }], 'got NaN'],
  [['x', 1, { better: 'up' }], 'unknown option "better"; known are direction, tolerance, unit'],
  [['x', 1, null], 'expected its options as an object, got null'],
] as [unknown[], string][])('refuses %o', ([args, message]) =>
  inTrial(() => {
    expect(() => {
      recordScore(...(args as Parameters<typeof recordScore>))
    }).toThrow(message)
    expect(scores()).toEqual([])
  }),
)

test('refuses to work outside a test', () => {
  expect(() => {
    recordScore('x', 1)
  }).toThrow('recordScore belongs inside a test')
})
