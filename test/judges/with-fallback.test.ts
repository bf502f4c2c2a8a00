import { expect, test } from 'vitest'
import { defineJudge } from '../../src/judges/define-judge.js'
import { JudgeError, type JudgeErrorReason } from '../../src/judges/judge-error.js'
import type { Judge, JudgementRequest } from '../../src/judges/judge.js'
import { withFallback } from '../../src/judges/with-fallback.js'

const request: JudgementRequest = { metric: 'quality', input: 'Hi', reply: 'Hello!' }
const good = defineJudge({ name: 'good', version: 1, judge: () => ({ value: 1, rationale: 'Yes.' }) })

function fails(reason: JudgeErrorReason): Judge {
  const judge = () => {
    throw new JudgeError(reason, { reason, usage: { inputTokens: 5, outputTokens: 0 } })
  }
  return defineJudge({ name: 'down', version: 1, judge })
}

test('the first answers, and is named', async () => {
  expect(await withFallback(good, fails('server')).judge(request)).toEqual({
    value: 1,
    rationale: 'good: Yes.',
    servedModel: 'good',
  })
})

test('an outage lets the next answer, and what it cost counts', async () => {
  expect(await withFallback(fails('timeout'), fails('server'), good).judge(request)).toEqual({
    value: 1,
    rationale: 'good: Yes.',
    servedModel: 'good',
    usage: { inputTokens: 10, outputTokens: 0 },
  })
})

test('a wrong key is no outage, and the last failure is told', async () => {
  await expect(withFallback(fails('auth'), good).judge(request)).rejects.toThrow('auth')
  await expect(withFallback(fails('server'), fails('timeout')).judge(request)).rejects.toThrow('timeout')
})

test('who cannot judge here is passed over; it takes all of them for none to be left', async () => {
  const keyless: Judge = { ...fails('server'), name: 'keyless', unavailable: 'no key' }
  const judge = withFallback(keyless, good)
  expect(judge.unavailable).toBeUndefined()
  expect((await judge.judge(request)).servedModel).toBe('good')
  expect(withFallback(keyless, keyless).unavailable).toBe('keyless: no key; keyless: no key')
})

test('nothing to fall back on is refused', () => {
  expect(() => withFallback(good)).toThrow(TypeError)
})
