import { expect, test } from 'vitest'
import { judgePreference } from '../../../src/judges/local/judge-preference.js'
import { localTools } from '../../support/local-tools.js'
import type { PreferenceRequest, Rubric } from '../../../src/judges/judge.js'

const rubric: Rubric = {
  criteria: [
    { text: 'names the order', check: { mentions: '12345' } },
    { text: 'is short', check: { maxWords: 8 } },
  ],
}
const good = 'Order 12345 is on its way.'
const vague = 'It is on its way.'

function judge(replies: [string, string], more: Partial<PreferenceRequest> = { rubric }) {
  return judgePreference({ metric: 'preference', input: 'Where is order 12345?', replies, ...more }, localTools())
}

test('the reply that meets more of the criteria is better, in either order', async () => {
  expect((await judge([good, vague])).value).toBe(1)
  expect((await judge([vague, good])).value).toBe(0)
  expect((await judge([good, good])).value).toBe(0.5)
  expect((await judge([good, vague])).rationale).toContain('The second reply:')
})

test('without checks it declines, and says what would help', async () => {
  for (const more of [{}, { rubric: 'Which is kinder?' }, { rubric: { criteria: [{ text: 'is kind' }] } }]) {
    expect(await judge([good, vague], more)).toMatchObject({
      value: null,
      declined: expect.stringMatching(/check|LLM/) as string,
    })
  }
})

test('without checks a hard failure is worse than none, and two are not compared', async () => {
  expect((await judge([good, 'Hello {{name}}!'], {})).value).toBe(1)
  expect((await judge(['Hello {{name}}!', good], {})).value).toBe(0)
  expect((await judge(['Hello {{name}}!', 'qwzx vkjq zzqk xjvw'], {})).value).toBeNull()
})
