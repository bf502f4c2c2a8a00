import { expect, test } from 'vitest'
import { z } from 'zod'
import type { StandardSchema } from '../../src/matchers/standard-schema.js'
import { codeMatchers, reply } from './code-matchers.js'

const { inTrial, scores, assertions } = codeMatchers()
const schema = z.object({ order: z.string(), items: z.array(z.object({ price: z.number() })) })
const good = reply({ text: '{"order":"7","items":[{"price":2}]}' })
const bad = reply({ text: '{"order":7,"items":[{"price":"2"}]}' })

const messageOf = (assertion: Promise<unknown>) =>
  assertion.then(
    () => 'it holds',
    (error: unknown) => (error as Error).message,
  )

test('validates text as JSON, and what the assistant returned', async () => {
  const rich = reply({ entities: { order: '7' }, toolCalls: [{ name: 'search' }], text: '' })
  await inTrial(async () => {
    await expect(good).toMatchSchema(schema)
    await expect(bad).not.toMatchSchema(schema)
    await expect('{"order":"7","items":[]}').toMatchSchema(schema, { input: 'Hi', id: 'bare' })
    await expect(rich).toMatchSchema(z.object({ order: z.literal('7') }), { of: 'entities' })
    await expect(rich).toMatchSchema(z.array(z.object({ name: z.string() })), { of: 'toolCalls' })
    await expect(good).toMatchSchema(z.string().startsWith('{'), { of: 'text' })
    await expect(Promise.resolve(good)).resolves.toMatchSchema(schema)
    await expect.soft(good).toMatchSchema(schema)
  })
  expect(scores().map(({ value, negated }) => [value, negated])).toEqual([
    [1, false],
    [0, true],
    [1, false],
    [1, false],
    [1, false],
    [1, false],
    [1, false],
    [1, false],
  ])
  expect(scores()[1]).toEqual({
    metric: 'schema',
    unit: 'unit',
    value: 0,
    threshold: 1,
    negated: true,
    passed: true,
    rationale:
      'order: Invalid input: expected string, received number; items.0.price: Invalid input: expected number, received string',
    judge: { name: 'code', kind: 'code', fingerprint: '1' },
    expectation: { of: 'json', schema: { vendor: 'zod', jsonSchema: expect.anything() as unknown } },
    reply: 1,
  })
})

test('lists the issues with their paths', () =>
  inTrial(async () => {
    expect(await messageOf(expect(bad).toMatchSchema(schema))).toBe(
      `expect(reply).toMatchSchema(schema)

Expected: what fits the schema
Received: 2 issues

  order: Invalid input: expected string, received number
  items.0.price: Invalid input: expected number, received string

Reply: {\\"order\\":7,\\"items\\":[{\\"price\\":\\"2\\"}]}`.replaceAll('\\"', '"'),
    )
    expect(await messageOf(expect(good).not.toMatchSchema(schema))).toBe(`expect(reply).not.toMatchSchema(schema)

Expected: something that does not fit the schema

Reply: {"order":"7","items":[{"price":2}]}`)
  }))

test('repairs nothing: a fence around the JSON is a miss', () =>
  inTrial(async () => {
    const fenced = reply({ text: '```json\n{"order":"7","items":[]}\n```' })
    expect(await messageOf(expect(fenced).toMatchSchema(schema))).toContain(
      '  the text is no JSON, but a Markdown block (',
    )
  }))

const other = (validate: StandardSchema['~standard']['validate'], vendor = 'acme'): StandardSchema => ({
  '~standard': { version: 1, vendor, validate },
})

test('takes any schema of that interface, synchronous or not, an object or a function', () =>
  inTrial(async () => {
    const issues = [{ message: 'too\ndear \u001b[31m', path: ['a', { key: 0 }, Symbol('s')] }, { message: 'wrong' }]
    const asynchronous = other(() => Promise.resolve({ issues }))
    const message = await messageOf(expect(good).toMatchSchema(asynchronous))
    expect(message).toContain('  a.0.Symbol(s): too dear')
    expect(message).toContain('\n  wrong\n')
    expect(message).not.toContain('\u001b')
    await expect(good).toMatchSchema(other((value) => ({ value })))
    await expect(good).toMatchSchema(
      Object.assign(
        () => 0,
        other((value) => ({ value })),
      ),
    )
    const many = other(() => ({ issues: Array.from({ length: 14 }, (_, index) => ({ message: `no ${index}` })) }))
    expect(await messageOf(expect(good).toMatchSchema(many))).toContain('  no 9\n  … and 4 more')
  }))

test('another schema makes scores that cannot be compared', async () => {
  await inTrial(async () => {
    await expect(good).toMatchSchema(schema)
    await expect(good).toMatchSchema(schema.extend({ order: z.string().max(9) }))
    await expect(good).toMatchSchema(schema.transform(() => 1))
    await expect(good).toMatchSchema(other((value) => ({ value })))
  })
  const [first, second] = scores().map(({ expectation }) => JSON.stringify(expectation))
  expect(second).not.toBe(first)
  expect(scores()[3]?.expectation).toEqual({ schema: { vendor: 'acme' }, of: 'json' })
})

test('a schema that throws is an error and no score', () =>
  inTrial(async () => {
    const broken = other(() => {
      throw new Error('the schema is broken')
    })
    await expect(expect(good).toMatchSchema(broken)).rejects.toThrow('the schema is broken')
    await expect(expect(good).not.toMatchSchema(broken)).rejects.toThrow('the schema is broken')
    expect(scores()).toEqual([])
  }))

test('refuses what it cannot work with, and says how', () =>
  inTrial(() => {
    const refuses = (assert: () => unknown, message: string) => expect(assert).toThrow(message)
    refuses(() => expect(good).toMatchSchema({ type: 'object' } as never), 'Standard Schema interface')
    refuses(() => expect(good).toMatchSchema(schema, { of: 'body' as never }), 'json, text, entities, toolCalls')
    refuses(() => expect(good).toMatchSchema(schema, { of: 'entities' }), 'Return them from the assistant')
    refuses(() => expect('{}').toMatchSchema(schema), 'a bare string needs the message')
    refuses(() => expect(good).toMatchSchema(schema, { strict: true } as never), 'unknown option "strict"')
    expect(assertions()).toEqual([])
  }))

test('a forgotten await is noticed', () =>
  inTrial(async () => {
    void expect(good).toMatchSchema(schema)
    expect(assertions()).toMatchObject([{ awaited: false, call: 'expect(reply).toMatchSchema(schema)' }])
    await expect(good).toMatchSchema(schema)
    expect(assertions()[1]).toMatchObject({ awaited: true, settled: true })
  }))
