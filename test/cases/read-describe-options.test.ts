import { expect, test } from 'vitest'
import type { DescribeCasesOptions } from '../../src/cases/describe-cases.js'
import type { EvaluationCase } from '../../src/cases/evaluation-case.js'
import { readDescribeOptions } from '../../src/cases/read-describe-options.js'
import { defineAssistant } from '../../src/assistant/define-assistant.js'

const assistant = defineAssistant(({ message }) => message)
const greeting: EvaluationCase = {
  id: 'hello',
  type: 'unit',
  input: 'Hi',
  tags: [],
  thresholds: {},
  intent: { name: 'greeting' },
}

function read(options: object = {}, cases: unknown = [greeting]) {
  return readDescribeOptions('support', cases as EvaluationCase[], { assistant, ...options })
}

test('every default', () => {
  expect(read()).toEqual({
    assistant,
    trials: 1,
    pass: 'all',
    timeoutMs: 30_000,
    acceptance: undefined,
    check: undefined,
    judge: undefined,
  })
})

test('what is given stays', () => {
  const options: DescribeCasesOptions = {
    assistant,
    trials: 5,
    pass: { atLeast: 0.8 },
    acceptance: { passRate: 0, meanIntent: 1, meanQuality: 5, p95Ms: 2_000 },
    check: () => undefined,
    timeoutMs: 1,
    judge: 'strict',
  }
  expect(read(options)).toEqual(options)
})

test.for<[string, object, string]>([
  [
    'an unknown option',
    { trails: 5 },
    'unknown option "trails"; known are assistant, trials, pass, acceptance, check, timeoutMs, judge',
  ],
  ['no assistant', { assistant: undefined }, 'expected the option "assistant" from defineAssistant, got undefined'],
  [
    'an assistant that is none',
    { assistant: 'gpt' },
    'expected the option "assistant" from defineAssistant, got "gpt"',
  ],
  ['no trial', { trials: 0 }, 'expected "trials" as a whole number from 1, got 0'],
  ['half a trial', { trials: 2.5 }, 'expected "trials" as a whole number from 1, got 2.5'],
  ['trials as text', { trials: '5' }, 'expected "trials" as a whole number from 1, got "5"'],
  ['an unknown rule', { pass: 'most' }, `expected "pass" as 'all', 'majority' or { atLeast: 0.8 }, got "most"`],
  ['a bare share', { pass: 0.8 }, `expected "pass" as 'all', 'majority' or { atLeast: 0.8 }, got 0.8`],
  [
    'a share of nothing',
    { pass: { atLeast: 0 } },
    `expected "pass" as 'all', 'majority' or { atLeast: 0.8 }, got an object with atLeast`,
  ],
  [
    'a share in percent',
    { pass: { atLeast: 80 } },
    `expected "pass" as 'all', 'majority' or { atLeast: 0.8 }, got an object with atLeast`,
  ],
  ['no rule', { pass: null }, `expected "pass" as 'all', 'majority' or { atLeast: 0.8 }, got null`],
  ['no time', { timeoutMs: 0 }, 'expected "timeoutMs" in milliseconds above 0, got 0'],
  ['NaN as time', { timeoutMs: NaN }, 'expected "timeoutMs" in milliseconds above 0, got NaN'],
  ['time as text', { timeoutMs: '5s' }, 'expected "timeoutMs" in milliseconds above 0, got "5s"'],
  ['an acceptance of nothing', { acceptance: {} }, 'expected at least one criterion in "acceptance", got none'],
  ['an acceptance that is none', { acceptance: null }, 'expected the option "acceptance" as an object, got null'],
  [
    'an unknown criterion',
    { acceptance: { passrate: 1 } },
    'unknown acceptance criterion "passrate"; known are passRate, meanIntent, meanEntities, meanQuality, p95Ms',
  ],
  [
    'an inherited criterion',
    { acceptance: { toString: 1 } },
    'unknown acceptance criterion "toString"; known are passRate, meanIntent, meanEntities, meanQuality, p95Ms',
  ],
  [
    'a rate in percent',
    { acceptance: { passRate: 90 } },
    "expected acceptance.passRate from 0 to 1, or { atLeast: …, by: 'lower-bound' }, got 90",
  ],
  [
    'a rate as text',
    { acceptance: { passRate: '0.9' } },
    'expected acceptance.passRate from 0 to 1, or { atLeast: …, by: \'lower-bound\' }, got "0.9"',
  ],
  [
    'a bound by something else',
    { acceptance: { passRate: { atLeast: 0.9, by: 'upper-bound' } } },
    "expected acceptance.passRate from 0 to 1, or { atLeast: …, by: 'lower-bound' }, got an object with atLeast, by",
  ],
  [
    'a bound of a time',
    { acceptance: { p95Ms: { atLeast: 1, by: 'lower-bound' } } },
    'expected acceptance.p95Ms from 0, got an object with atLeast, by',
  ],
  [
    'a rate of NaN',
    { acceptance: { meanIntent: NaN } },
    "expected acceptance.meanIntent from 0 to 1, or { atLeast: …, by: 'lower-bound' }, got NaN",
  ],
  [
    'quality from 0 to 1',
    { acceptance: { meanQuality: 0.8 } },
    "expected acceptance.meanQuality from 1 to 5, or { atLeast: …, by: 'lower-bound' }, got 0.8",
  ],
  ['endless time', { acceptance: { p95Ms: Infinity } }, 'expected acceptance.p95Ms from 0, got Infinity'],
  ['time before now', { acceptance: { p95Ms: -1 } }, 'expected acceptance.p95Ms from 0, got -1'],
  ['a check that is none', { check: true }, 'expected the option "check" as a function, got true'],
  [
    'a judge without a name',
    { judge: '' },
    'expected the option "judge" as the name of one of judge({ judges }), got an empty string',
  ],
  [
    'a judge itself',
    { judge: { name: 'x' } },
    'expected the option "judge" as the name of one of judge({ judges }), got an object with name',
  ],
])('refuses %s', ([, options, message]) => {
  expect(() => read(options)).toThrow(new TypeError(`describeCases('support'): ${message}`))
})

test.for<[string, unknown, string]>([
  ['no list', 'fixtures/support.jsonl', 'expected a list of cases from loadCases, got "fixtures/support.jsonl"'],
  ['an empty list', [], 'expected a list of cases from loadCases, got an empty list'],
  ['a promise', Promise.resolve([]), 'expected a list of cases from loadCases, got a promise'],
])('refuses %s as cases', ([, cases, message]) => {
  expect(() => read({}, cases)).toThrow(new TypeError(`describeCases('support'): ${message}`))
})

test('refuses no options at all', () => {
  expect(() => readDescribeOptions('support', [greeting], undefined as never)).toThrow(
    new TypeError(`describeCases('support'): expected the option "assistant" from defineAssistant, got undefined`),
  )
})

test('a case must declare something to assert, or a check must', () => {
  const nothing: EvaluationCase = { ...greeting, id: 'nothing', intent: undefined }
  expect(() => read({}, [greeting, nothing])).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: describeCases('support'): case "nothing" declares nothing to assert: give it an intent, entities, a rubric or a reference, or pass \`check\`]`,
  )
  expect(() => read({ check: () => undefined }, [greeting, nothing])).not.toThrow()
  for (const declared of [{ entities: { a: 1 } }, { rubric: 'Polite.' }, { reference: 'Hello!' }]) {
    expect(() => read({}, [{ ...nothing, ...declared }])).not.toThrow()
  }
})
