import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { validateJudgement } from '../../src/judges/validate-judgement.js'

const remedy = 'return { value: 0..1, rationale }, or { value: null, rationale, declined: why }'

describe('what is a judgement', () => {
  test('passes, and loses what is not part of one', () => {
    const judgement = {
      value: 0.5,
      rationale: 'Half.',
      usage: { inputTokens: 1, outputTokens: 2, costUsd: 0.01 },
      servedModel: 'm-1',
    }
    expect(validateJudgement('acme/tone', { ...judgement, score: 99, usage: { ...judgement.usage, more: 1 } })).toEqual(
      judgement,
    )
  })

  test('may be declined, with a reason', () => {
    const declined = { value: null, rationale: '', declined: 'knows no German' }
    expect(validateJudgement('acme/tone', declined)).toEqual(declined)
  })

  test('has any value from 0 to 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
        expect(validateJudgement('j', { value, rationale: '' }).value).toBe(value)
      }),
    )
  })
})

test.for<[answer: unknown, message: string]>([
  [{ value: 85, rationale: '' }, 'expected value to be a number from 0 to 1, got 85'],
  [{ value: -0.01, rationale: '' }, 'expected value to be a number from 0 to 1, got -0.01'],
  [{ value: NaN, rationale: '' }, 'expected value to be a number from 0 to 1, or null, got NaN'],
  [{ value: Infinity, rationale: '' }, 'expected value to be a number from 0 to 1, or null, got Infinity'],
  [{ value: '5/5', rationale: '' }, 'expected value to be a number from 0 to 1, or null, got "5/5"'],
  [{ rationale: '' }, 'expected value to be a number from 0 to 1, or null, got undefined'],
  [{ value: 1 }, 'expected rationale to be a string, got undefined'],
  [{ value: null, rationale: '' }, 'expected declined to be a reason exactly when value is null, got undefined'],
  [{ value: null, rationale: '', declined: ' ' }, 'expected declined to be a reason that is not empty, got " "'],
  [
    { value: 1, rationale: '', declined: 'why' },
    'expected declined to be a reason exactly when value is null, got "why"',
  ],
])('%o is none', ([answer, message]) => {
  expect(() => validateJudgement('acme/tone', answer)).toThrow(`judge acme/tone: ${message}: ${remedy}`)
})

test.for([undefined, null, 1, 'good', [], () => 1, 10n])('%o is none either', (answer) => {
  expect(() => validateJudgement('acme/tone', answer)).toThrow(/^judge acme\/tone: expected .*, got .*: return/)
})
