import { describe, expect, test } from 'vitest'
import { defineJudge, type DefineJudgeOptions } from '../../src/judges/define-judge.js'
import type { JudgementRequest } from '../../src/judges/judge.js'

const request: JudgementRequest = { metric: 'criterion', reply: 'Good morning', criterion: 'greets' }
const judge = () => ({ value: 1, rationale: 'It greets.' })

describe('a judge made of a function', () => {
  test('gets the request and the call, and gives the judgement', async () => {
    const seen: unknown[] = []
    const made = defineJudge({
      name: 'acme/tone',
      version: 1,
      judge: async (...given) => {
        seen.push(...given)
        return Promise.resolve(judge())
      },
    })
    expect(await made.judge(request, { trial: 2 })).toEqual({ value: 1, rationale: 'It greets.' })
    expect(seen).toEqual([request, { trial: 2 }])
    expect(made).toMatchObject({ name: 'acme/tone', kind: 'custom' })
    expect(made.fingerprint).toMatch(/^[0-9a-f]{16}$/)
  })

  test('rejects what is no judgement, and passes on what the function throws', async () => {
    const wrong = defineJudge({ name: 'acme/tone', version: 1, judge: () => ({ value: 85, rationale: '' }) })
    await expect(wrong.judge(request)).rejects.toThrow(
      'judge acme/tone: expected value to be a number from 0 to 1, got 85',
    )
    const failing = defineJudge({
      name: 'acme/tone',
      version: 1,
      judge: () => {
        throw new Error('no model here')
      },
    })
    await expect(failing.judge(request)).rejects.toThrow('no model here')
  })

  test('has a fingerprint of its name and version', () => {
    const of = (name: string, version: string | number) => defineJudge({ name, version, judge }).fingerprint
    expect(of('a', 1)).toBe(of('a', '1'))
    expect(new Set([of('a', 1), of('a', 2), of('b', 1)]).size).toBe(3)
  })
})

test.for<[options: unknown, message: string]>([
  [undefined, 'expected an object of options, got undefined'],
  [{ name: '', version: 1, judge }, 'expected option name to be a string that is not empty, got ""'],
  [{ name: 'a', judge }, 'expected option version to be a number or a string that is not empty, got undefined'],
  [{ name: 'a', version: NaN, judge }, 'expected option version to be a number or a string that is not empty, got NaN'],
  [{ name: 'a', version: 1 }, 'expected option judge to be a function, got undefined'],
  [{ name: 'a', version: 1, judge, model: 'x' }, 'unknown option model: the options are name, version, judge'],
])('%o is a TypeError', ([options, message]) => {
  const make = () => defineJudge(options as DefineJudgeOptions)
  expect(make).toThrow(TypeError)
  expect(make).toThrow(message)
})
