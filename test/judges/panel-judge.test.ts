import { describe, expect, test } from 'vitest'
import { defineJudge } from '../../src/judges/define-judge.js'
import { JudgeError } from '../../src/judges/judge-error.js'
import type { Judge, JudgementRequest } from '../../src/judges/judge.js'
import { panelJudge } from '../../src/judges/panel-judge.js'

const request: JudgementRequest = { metric: 'quality', input: 'Hi', reply: 'Hello!' }

function says(value: number | null, name = `judge-${value}`): Judge {
  return defineJudge({
    name,
    version: 1,
    judge: () => ({
      value,
      rationale: `It is ${value}.`,
      ...(value === null && { declined: 'no ground' }),
      usage: { inputTokens: 10, outputTokens: 2, costUsd: 0.01 },
    }),
  })
}

function fails(reason: 'server' | 'auth' = 'server'): Judge {
  const judge = () => {
    throw new JudgeError('it is down', { reason, usage: { inputTokens: 1, outputTokens: 0 } })
  }
  return defineJudge({ name: 'down', version: 1, judge })
}

test('the mean by default, with what each said and what all took', async () => {
  const judgement = await panelJudge([says(1), says(0.5), says(0)]).judge(request)
  expect(judgement).toEqual({
    value: 0.5,
    rationale: 'judge-1: 1 (It is 1.)\njudge-0.5: 0.5 (It is 0.5.)\njudge-0: 0 (It is 0.)',
    usage: { inputTokens: 30, outputTokens: 6, costUsd: 0.03 },
  })
})

describe('votes', () => {
  test.each([
    ['median', [1, 0.5, 0], 0.5],
    ['median', [1, 0.5], 0.75],
    ['majority', [1, 0, 1], 1],
    ['majority', [0, 0.75, 0.75, 0.5], 0.75],
    ['majority', [1, 0.75, 0.5], 0.75],
    ['mean', [0.25, 0.25, 1], 0.5],
  ] as const)('%s of %j is %d', async (vote, values, expected) => {
    const panel = panelJudge(
      values.map((value, index) => says(value, `j${index}`)),
      { vote },
    )
    expect((await panel.judge(request)).value).toBe(expected)
  })
})

test('who declines is left out, and where not more than half judge, the panel declines', async () => {
  expect((await panelJudge([says(1), says(0.5), says(null)]).judge(request)).value).toBe(0.75)
  const declined = await panelJudge([says(1), says(null), says(null, 'other')]).judge(request)
  expect(declined).toMatchObject({
    value: null,
    declined: 'only 1 of 3 judged. judge-null: no ground; other: no ground',
  })
  expect((await panelJudge([says(1), says(null)]).judge(request)).value).toBeNull()
})

test('who fails makes the panel fail, unless a quorum answered', async () => {
  const failed: unknown = await panelJudge([says(1), says(1), fails()])
    .judge(request)
    .catch((error: unknown) => error)
  expect(failed).toMatchObject({
    name: 'JudgeError',
    reason: 'server',
    message: expect.stringContaining('expected 3 of 3 judges to answer, got 2') as string,
  })
  // The one that failed does not say what it cost, so nobody knows what all did.
  expect((failed as JudgeError).usage).toEqual({ inputTokens: 21, outputTokens: 4 })
  const judgement = await panelJudge([says(1), says(0.5), fails()], { quorum: 2 }).judge(request)
  expect(judgement.value).toBe(0.75)
  expect(judgement.rationale).toContain('down: failed (it is down)')
})

test('a failure that stays goes before one that passes', async () => {
  await expect(panelJudge([fails('server'), fails('auth')]).judge(request)).rejects.toMatchObject({ reason: 'auth' })
})

test('it is of the kind of its members, lacks what one of them lacks, and has a fingerprint of all of them', () => {
  const llm: Judge = { ...says(1), kind: 'llm', name: 'openai/m' }
  expect(panelJudge([says(1), says(0)])).toMatchObject({ kind: 'custom', name: 'panel(judge-1, judge-0)' })
  expect(panelJudge([says(1), llm])).toMatchObject({ kind: 'llm' })
  expect(panelJudge([says(1), { ...llm, unavailable: 'no key' }]).unavailable).toBe('openai/m: no key')
  const panels = [
    panelJudge([says(1), says(0)]),
    panelJudge([says(0), says(1)]),
    panelJudge([says(1), says(0)], { vote: 'median' }),
    panelJudge([says(1), says(0)], { quorum: 1 }),
  ]
  expect(new Set(panels.map(({ fingerprint }) => fingerprint)).size).toBe(4)
  expect(panelJudge([says(1), says(0)]).fingerprint).toBe(panels[0]!.fingerprint)
})

test.each([
  ['one judge', [[says(1)]]],
  ['an unknown vote', [[says(1), says(0)], { vote: 'loudest' }]],
  ['too large a quorum', [[says(1), says(0)], { quorum: 3 }]],
])('%s is refused', (_what, args) => {
  expect(() => panelJudge(...(args as Parameters<typeof panelJudge>))).toThrowErrorMatchingSnapshot()
})
