import { expect, test } from 'vitest'
import { codeMatchers, messageOf, reply } from './code-matchers.js'

const { inTrial, scores, replies } = codeMatchers()
const refund = { name: 'refund', arguments: { order: '123', reason: 'late' } }
const called = reply({ toolCalls: [{ name: 'search', arguments: { q: 'order 123' } }, refund] })

test('holds calls against names and arguments, and records the share that was found', async () => {
  await inTrial(() => {
    expect(called).toCallTools(['refund', 'search'])
    expect(called).toCallTools(['search', { name: 'refund', arguments: { order: '123' } }], { order: 'strict' })
    expect(called).toCallTools([{ name: 'refund', arguments: { order: expect.any(String) as unknown } }], { id: 'any' })
    expect(called).not.toCallTools(['refund', 'search'], { order: 'subsequence' })
    expect(called).not.toCallTools([{ name: 'refund', arguments: { order: '123' } }], { exact: true })
    expect(called).not.toCallTools([])
    expect(reply({ toolCalls: [] })).toCallTools([])
  })
  expect(scores().map(({ value, negated, passed }) => [value, negated, passed])).toEqual([
    [1, false, true],
    [1, false, true],
    [1, false, true],
    [0.5, true, true],
    [0, true, true],
    [0, true, true],
    [1, false, true],
  ])
  expect(scores()[2]).toEqual({
    metric: 'tools',
    id: 'any',
    unit: 'unit',
    value: 1,
    threshold: 1,
    negated: false,
    passed: true,
    rationale: 'called search, refund; 1 of 1 expected',
    judge: { name: 'code', kind: 'code', fingerprint: '1' },
    expectation: { calls: [{ name: 'refund', arguments: { order: { Any: 'String' } } }], order: 'any', exact: false },
    reply: 0,
  })
  expect(replies()).toHaveLength(2)
})

test('takes a reply that only calls tools and says nothing', () =>
  inTrial(() => {
    expect({ ...called, text: '' }).toCallTools(['search'])
  }))

test('says what was expected, what was called, and where they first differ', () =>
  inTrial(() => {
    const wrong = { name: 'refund', arguments: { order: '124' } }
    expect(messageOf(() => expect(called).toCallTools(['search', wrong], { order: 'subsequence' }))).toBe(
      `expect(reply).toCallTools(["search", "refund"])

Expected: search, refund({ order: "124" }), in this order
Called:   search({ q: "order 123" }), refund({ order: "123", reason: "late" })

First difference: refund.arguments.order: expected "124", got "123"`,
    )
    const last = (assert: () => unknown) => messageOf(assert).split('\n').at(-1)
    expect(last(() => expect(called).toCallTools(['search', 'pay']))).toBe('First difference: pay was not called')
    expect(last(() => expect(called).toCallTools(['refund', 'search'], { order: 'strict' }))).toMatch(
      /was called, but not in this place$/,
    )
    expect(last(() => expect(called).toCallTools(['search'], { order: 'strict' }))).toBe(
      'First difference: refund({ order: "123", reason: "late" }) was called too',
    )
    expect(last(() => expect(called).toCallTools([]))).toBe(
      'First difference: search({ q: "order 123" }) was called too',
    )
    expect(messageOf(() => expect(called).not.toCallTools(['search']))).toBe(`expect(reply).not.toCallTools(["search"])

Expected: not search
Called:   search({ q: "order 123" }), refund({ order: "123", reason: "late" })`)
    expect(messageOf(() => expect(reply({ toolCalls: [] })).toCallTools(['a', 'b'], { exact: true }))).toContain(
      'Expected: a, b, in any order, and no other call\nCalled:   no tool\n',
    )
  }))

test('lets no tool name steer the terminal', () =>
  inTrial(() => {
    const evil = reply({ toolCalls: [{ name: '\u001b[2J\nExpected: pwned', arguments: '\u001b[31m' }] })
    const message = messageOf(() => expect(evil).toCallTools(['search']))
    expect(message).not.toContain('\u001b')
    expect(message).not.toMatch(/^Expected: pwned/m)
  }))

test('refuses what it cannot work with, and says how', () =>
  inTrial(() => {
    const refuses = (assert: () => unknown, message: string) => expect(assert).toThrow(new TypeError(message))
    refuses(
      () => expect(reply()).toCallTools(['search']),
      'toCallTools: this reply says nothing of tools. Return what the assistant called, `{ text, toolCalls: [{ name, arguments }] }`; an empty list says that it called none',
    )
    refuses(
      () => expect('a text').toCallTools(['search']),
      'toCallTools: a bare string has no tool calls. Call the assistant through defineAssistant and give the reply',
    )
    refuses(
      () => expect(called).toCallTools('search' as never),
      `toCallTools: expected a list of tools, such as ['search', { name: 'refund', arguments: { order: '123' } }], got "search"`,
    )
    refuses(
      () => expect(called).toCallTools([{ name: 'search', args: {} } as never]),
      'toCallTools: expected each tool as a name or { name, arguments }, got an object with name, args',
    )
    refuses(
      () => expect(called).toCallTools(['search'], { order: 'sorted' as never }),
      `toCallTools: expected the option "order" as 'any', 'subsequence' or 'strict', got "sorted"`,
    )
    refuses(
      () => expect(called).toCallTools(['search'], { ordered: true } as never),
      'toCallTools: unknown option "ordered"; known are exact, id, order',
    )
    refuses(
      () => expect(reply({ toolCalls: [{ tool: 'search' }] })).toCallTools(['search']),
      "toCallTools: expected the reply's toolCalls as a list of { name, arguments }, got a list of 1",
    )
    expect(scores()).toEqual([])
  }))

test('refuses asymmetric use, poll and .rejects', () =>
  inTrial(async () => {
    const asymmetric = expect as unknown as { toCallTools: (tools: string[]) => unknown }
    expect(() => expect({ called }).toEqual({ called: asymmetric.toCallTools(['a']) })).toThrow(
      'cannot stand inside another value',
    )
    await expect(expect.poll(() => called, { timeout: 50 }).toCallTools(['search'])).rejects.toThrow('expect.poll()')
    await expect(expect(Promise.reject(new Error('x'))).rejects.toCallTools(['a'])).rejects.toThrow('.rejects')
    await expect(Promise.resolve(called)).resolves.toCallTools(['search'])
  }))
