import { describe, expect, test } from 'vitest'
import type { JudgeAnswer } from '../../src/judge-service/protocol.js'
import type { JudgementRequest } from '../../src/judges/judge.js'
import { preferenceAssertion } from '../../src/matchers/to-be-preferred-over.js'

const reply = { text: 'It is on its way.', input: 'Where is order 7?', durationMs: 20 }

test('asks in both orders, with the rubric', async () => {
  const rubric = { criteria: [{ text: 'is short', check: { avoids: /very/i } }] }
  const assertion = preferenceAssertion(reply, 'No idea.', { rubric, judge: 'strict', id: 'old' })
  const asked: JudgementRequest[] = []
  const { judgement } = await assertion.askWith!((request): Promise<JudgeAnswer> => {
    asked.push(request)
    return Promise.resolve({
      judgement: { value: 1, rationale: 'The first, always.' },
      judge: { name: 'marker', kind: 'custom', fingerprint: '1' },
    })
  })
  expect(judgement.value).toBe(0.5)
  expect(asked).toMatchObject([
    { metric: 'preference', input: reply.input, replies: [reply.text, 'No idea.'] },
    { metric: 'preference', input: reply.input, replies: ['No idea.', reply.text] },
  ])
  // What is asked is the JSON that is hashed.
  expect(assertion.expectation).toEqual({ other: 'No idea.', rubric: (asked[0] as { rubric: unknown }).rubric })
  expect(assertion).toMatchObject({ metric: 'preference', judge: 'strict', id: 'old', threshold: 1 })
})

test('a tie fails, unless it is allowed', () => {
  const threshold = (options: object) => preferenceAssertion(reply, 'No idea.', options).threshold
  expect(threshold({})).toBe(1)
  expect(threshold({ orTie: false })).toBe(1)
  expect(threshold({ orTie: true })).toBe(0.5)
  expect(threshold({ atLeast: 0.5 })).toBe(0.5)
})

test('takes a reply, a bare string, and names the other in the call', () => {
  expect(preferenceAssertion(reply, { ...reply, text: 'No\nidea.' }, {}).call).toBe("toBePreferredOver('No idea.')")
  expect(preferenceAssertion('Fine.', 'No idea.', { input: 'Hi' }).reply).toEqual({ text: 'Fine.', input: 'Hi' })
})

describe('refuses', () => {
  test.for<[string, unknown, object, string]>([
    ['an empty reply', ' ', {}, 'the reply is empty'],
    ['no reply', undefined, {}, 'expected a reply'],
    ['a promise of one', Promise.resolve(reply), {}, 'got a promise of one'],
    ['a reply to another message', { ...reply, input: 'Hi' }, {}, "answers to 'Where is order 7?' and 'Hi'"],
    ['orTie beside atLeast', 'a', { orTie: true, atLeast: 0.5 }, '"orTie" is short for { atLeast: 0.5 }'],
    ['a threshold of 0', 'a', { atLeast: 0 }, 'expected the threshold above 0'],
    ['an unknown option', 'a', { tie: true }, 'unknown option "tie"'],
    ['a rubric that is none', 'a', { rubric: { criteria: [] } }, 'the option "rubric" as prose'],
  ])('%s', ([, other, options, message]) => {
    expect(() => preferenceAssertion(reply, other as string, options)).toThrow(TypeError)
    expect(() => preferenceAssertion(reply, other as string, options)).toThrow(message)
  })
})
