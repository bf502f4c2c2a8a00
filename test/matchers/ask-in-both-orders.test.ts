import { describe, expect, test } from 'vitest'
import type { JudgeAnswer } from '../../src/judge-service/protocol.js'
import type { PreferenceRequest } from '../../src/judges/judge.js'
import { askInBothOrders, combineOrders } from '../../src/matchers/ask-in-both-orders.js'

const judge = { name: 'marker', kind: 'custom' as const, fingerprint: '1' }
const answer = (value: number | null, more: Partial<JudgeAnswer> = {}): JudgeAnswer => ({
  judgement: { value, rationale: `Says ${String(value)}.`, ...(value === null && { declined: 'Ask another.' }) },
  judge,
  ...more,
})
const usage = (inputTokens: number, costUsd?: number) => ({
  judgement: {
    value: 0.5,
    rationale: '',
    usage: { inputTokens, outputTokens: 1, ...(costUsd !== undefined && { costUsd }) },
  },
})

test('asks once in either order, and tells the two apart', async () => {
  const request: PreferenceRequest = { metric: 'preference', input: 'Hi', replies: ['Hello!', 'What?'], rubric: 'warm' }
  const asked: PreferenceRequest[] = []
  const { judgement } = await askInBothOrders(request, (one) => {
    asked.push(one)
    return Promise.resolve(answer(one.replies[0] === 'Hello!' ? 1 : 0))
  })
  expect(asked).toEqual([request, { ...request, replies: ['What?', 'Hello!'] }])
  expect(judgement).toEqual({
    value: 1,
    rationale: 'Received reply first: preferred. Says 1.\nReceived reply second: preferred. Says 0.',
  })
})

test('fails where either order fails', async () => {
  const request: PreferenceRequest = { metric: 'preference', input: 'Hi', replies: ['a', 'b'] }
  const failing = ({ replies }: PreferenceRequest) =>
    replies[0] === 'b' ? Promise.reject(new Error('down')) : Promise.resolve(answer(1))
  await expect(askInBothOrders(request, failing)).rejects.toThrow('down')
})

test.for<[number, number, number]>([
  [1, 0, 1],
  [0, 1, 0],
  [0.9, 0.2, 1],
  [1, 1, 0.5],
  [0, 0, 0.5],
  [1, 0.5, 0.5],
  [0.5, 0.5, 0.5],
  [0, 0.5, 0.5],
])('%d, and %d with the replies exchanged, is %d', ([first, second, value]) => {
  expect(combineOrders(answer(first), answer(second)).judgement.value).toBe(value)
})

describe('declines', () => {
  test.for<[JudgeAnswer, JudgeAnswer]>([
    [answer(null), answer(1)],
    [answer(1), answer(null)],
    [answer(null), answer(null)],
  ])('where either order is declined', ([first, second]) => {
    const { judgement } = combineOrders(first, second)
    expect(judgement).toMatchObject({ value: null, declined: 'Ask another.' })
    expect(judgement.rationale).toContain('not judged')
  })

  test('in the name of the one that declined', () => {
    const standIn = { ...judge, name: 'local', standIn: 'no key' }
    expect(combineOrders(answer(1), answer(null, { judge: standIn, served: 'nobody' }))).toMatchObject({
      judge: standIn,
      served: 'nobody',
    })
  })

  test('where two judges judged, in the name of the one that stands in', () => {
    const standIn = { ...judge, name: 'other', standIn: 'an outage' }
    const combined = combineOrders(answer(1), answer(0, { judge: standIn }))
    expect(combined.judge).toBe(standIn)
    expect(combined.judgement.value).toBeNull()
    expect(combined.judgement.declined).toContain('marker and other')
  })
})

describe('usage', () => {
  test('is of both orders', () => {
    const { judgement } = combineOrders(answer(1, usage(3, 0.1)), answer(1, usage(4, 0.2)))
    expect(judgement.usage).toEqual({ inputTokens: 7, outputTokens: 2, costUsd: expect.closeTo(0.3) as number })
  })

  test('has no price where one has none', () => {
    const { judgement } = combineOrders(answer(1, usage(3, 0.1)), answer(1, usage(4)))
    expect(judgement.usage).toEqual({ inputTokens: 7, outputTokens: 2 })
  })

  test('of a replayed order does not count beside one that was asked; two replayed ones are replayed', () => {
    const replayed = answer(1, { ...usage(3), served: 'cassette' })
    const mixed = combineOrders(replayed, answer(1, usage(4)))
    expect(mixed.served).toBeUndefined()
    expect(mixed.judgement.usage?.inputTokens).toBe(4)
    expect(combineOrders(replayed, replayed)).toMatchObject({
      served: 'cassette',
      judgement: { usage: { inputTokens: 6 } },
    })
  })
})
