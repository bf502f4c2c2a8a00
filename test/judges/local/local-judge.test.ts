import { describe, expect, test, vi } from 'vitest'
import type { JudgementRequest } from '../../../src/judges/judge.js'
import { localJudge } from '../../../src/judges/local/local-judge.js'
import type { LocalJudgeOptions } from '../../../src/judges/local/local-judge-options.js'

const requests: JudgementRequest[] = [
  { metric: 'intent', input: 'hi', reply: 'Hello!', intent: 'greeting', examples: ['Hello there!'] },
  { metric: 'entities', input: 'hi', reply: 'Order 12345.', expected: { id: '12345' } },
  {
    metric: 'quality',
    input: 'hi',
    reply: 'Order 12345.',
    rubric: { criteria: [{ text: 'x', check: { minWords: 1 } }] },
  },
  { metric: 'preference', input: 'hi', replies: ['Hello!', 'Hi!'] },
  { metric: 'criterion', reply: 'Hello!', criterion: 'is polite' },
  { metric: 'faithfulness', input: 'hi', reply: 'Hello!', context: ['Say hello.'] },
  { metric: 'agreement', input: 'hi', reply: 'Hello!', reference: 'Good day.' },
  { metric: 'similarity', input: 'hi', reply: 'Hello!', text: 'Good day.' },
  { metric: 'refusal', input: 'hi', reply: 'Hello!' },
]

test('says who it is, the same every time', () => {
  const { name, kind, fingerprint } = localJudge()
  expect({ name, kind }).toEqual({ name: 'local/embedded@1', kind: 'local' })
  expect(fingerprint).toMatch(/^[0-9a-f]{10,16}$/)
  expect(localJudge().fingerprint).toBe(fingerprint)
})

describe('with an encoder of the user', () => {
  const embed = (texts: readonly string[]) => texts.map((text) => [1, text.length])

  test('its version is part of the fingerprint, and not of the name', () => {
    const of = (version: string | number) => localJudge({ embed, version })
    expect(of(1).name).toBe(localJudge().name)
    expect(of(1).fingerprint).toBe(of('1').fingerprint)
    expect(new Set([localJudge(), of(1), of(2)].map(({ fingerprint }) => fingerprint)).size).toBe(3)
  })

  test('neither warming up nor a judgement by words asks it', async () => {
    const asked = vi.fn(embed)
    const judge = localJudge({ embed: asked, version: 1 })
    await judge.warmUp?.()
    expect((await judge.judge(requests[1]!)).value).toBe(1)
    expect(asked).not.toHaveBeenCalled()
  })

  test.for<[options: unknown, message: string]>([
    [null, 'expected an object of options, got null'],
    [{}, 'expected option embed to be a function, got undefined'],
    [{ embed: 'http://localhost', version: 1 }, 'expected option embed to be a function, got "http://localhost"'],
    [{ embed }, 'expected option version to be a number or a string that is not empty, got undefined'],
    [{ embed, version: ' ' }, 'expected option version to be a number or a string that is not empty, got " "'],
    [{ embed, version: 1, model: 'x' }, 'unknown option model: the options are embed, version'],
  ])('%o is a TypeError', ([options, message]) => {
    const make = () => localJudge(options as LocalJudgeOptions)
    expect(make).toThrow(TypeError)
    expect(make).toThrow(`localJudge: ${message}`)
  })
})

test.each(requests)('judges $metric, from JSON as well as from objects, the same every time', async (request) => {
  const judgement = await localJudge().judge(request)
  expect(judgement.rationale).not.toBe('')
  expect(await localJudge().judge(JSON.parse(JSON.stringify(request)) as JudgementRequest)).toEqual(judgement)
})

test.each(requests.slice(3))('declines $metric, naming the remedy', async (request) => {
  const { value, declined } = await localJudge().judge(request)
  expect(value).toBeNull()
  expect(declined).toMatch(/LLM judge/)
})

test('rejects, and does not throw, for a check that means nothing', async () => {
  const rubric = { criteria: [{ text: 'is kind', check: { matches: { source: '(' } } }] }
  await expect(localJudge().judge({ metric: 'quality', input: '', reply: 'x', rubric })).rejects.toThrow(/is kind/)
})

test('judges a reply of 200 KB within seconds', async () => {
  const started = performance.now()
  for (const piece of ['order 12345, ', 'a-', '1,', 'sorry. ', '好', 'x']) {
    const reply = piece.repeat(200_000 / piece.length)
    await localJudge().judge({
      metric: 'intent',
      input: 'where is order 5?',
      reply,
      intent: 'order_status',
      examples: ['Order 5 is packed.'],
    })
    await localJudge().judge({ metric: 'entities', input: '', reply, expected: { id: '987', city: 'San Francisco' } })
  }
  expect(performance.now() - started).toBeLessThan(20_000)
}, 30_000)

test('an encoder of the user’s own is asked for what texts mean', async () => {
  const asked: string[] = []
  const embed = (texts: readonly string[]) => {
    asked.push(...texts)
    return texts.map((text) => Array.from({ length: 8 }, (_, at) => text.charCodeAt(at % text.length) % 7))
  }
  const judge = localJudge({ embed, version: 1 })
  const { rationale } = await judge.judge({
    metric: 'intent',
    input: 'x',
    reply: 'The parcel arrives on Monday.',
    intent: 'order_status',
    examples: ['Your parcel arrives tomorrow.'],
  })
  expect(rationale).toContain('likelihood')
  expect(asked).toContain('The parcel arrives on Monday.')
  expect(asked).toContain('Your parcel arrives tomorrow.')
})
