import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { recordedJudgementSchema } from '../../src/cassette/recorded-judgement.js'
import { testRecordSchema } from '../../src/evaluation/record-schema.js'
import { isPlainly, plainParser } from '../../src/schema/is-plainly.js'

const understood = z.strictObject({
  text: z.string().min(1).max(3),
  key: z.string().regex(/^[a-c]+$/),
  share: z.number().min(0).max(1),
  above: z.number().gt(0).lt(2),
  count: z.number().int(),
  flag: z.boolean(),
  kind: z.enum(['a', 'b']),
  version: z.literal(1),
  anything: z.unknown(),
  list: z.array(z.object({ name: z.string() })).max(2),
  maybe: z.string().optional(),
  perhaps: z.number().nullable(),
})

const good = {
  text: 'abc',
  key: 'a',
  share: 0.5,
  above: 1,
  count: 3,
  flag: false,
  kind: 'b',
  version: 1,
  anything: { a: [1] },
  list: [{ name: '' }],
  perhaps: null,
}

test('what a schema takes as it is, is plain', () => {
  expect(isPlainly(understood)(good)).toBe(true)
  expect(isPlainly(understood)({ ...good, maybe: 'x' })).toBe(true)
})

const values = fc.oneof(
  fc.constantFrom<unknown>('', 'a', 'abc', 'abcd', 0, 1, 0.5, 2, -1, 1.5, Number.NaN, Infinity, true, null, undefined),
  fc.constantFrom<unknown>([], {}, [{ name: 'x' }], [{ name: 1 }], [{ name: 'x', more: 1 }], new Date(0)),
)

test('whatever is changed in a value, plain never says more than the schema', () => {
  const isPlain = isPlainly(understood)
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(understood.shape), 'unknown'),
      values,
      fc.boolean(),
      (name, value, drop) => {
        const changed: Record<string, unknown> = { ...good, [name]: value }
        if (drop) Reflect.deleteProperty(changed, name)
        const parsed = understood.safeParse(changed)
        if (isPlain(changed)) expect(parsed).toEqual({ success: true, data: changed })
        // The one difference: what the schema takes and gives back otherwise.
        else if (parsed.success) expect(parsed.data).not.toStrictEqual(changed)
      },
    ),
    { numRuns: 2_000 },
  )
})

describe('what is not understood is left to the schema', () => {
  test.for<[string, z.ZodType, unknown]>([
    ['a refinement', z.string().refine(() => true), 'a'],
    ['a transformation', z.string().transform((text) => text), 'a'],
    ['trimming', z.string().trim(), 'a'],
    ['a default', z.string().default('a'), 'a'],
    ['a fallback', z.string().catch('a'), 'a'],
    ['coercion', z.coerce.number(), 1],
    ['a union', z.union([z.string(), z.number()]), 'a'],
    ['a format', z.email(), 'a@b.example'],
    ['a pattern with a memory', z.string().regex(/a/g), 'a'],
    ['a catch-all', z.looseObject({}), {}],
    ['something inside', z.object({ list: z.array(z.object({ at: z.string().trim().optional() })) }), { list: [] }],
  ])('%s', ([, schema, value]) => {
    expect(schema.safeParse(value).success).toBe(true)
    expect(isPlainly(schema)(value)).toBe(false)
  })
})

test('a parser gives what the schema gives', () => {
  const schema = z.object({ a: z.string() })
  const parse = plainParser(schema)
  expect(parse({ a: 'x' })).toEqual({ success: true, data: { a: 'x' } })
  expect(parse({ a: 'x', b: 1 })).toEqual({ success: true, data: { a: 'x' } })
  expect(parse({ a: 1 }).error).toEqual(schema.safeParse({ a: 1 }).error)
})

test('the schemas that it is made for are understood', () => {
  const key = '0'.repeat(32)
  expect(
    isPlainly(recordedJudgementSchema)({ key, metric: 'intent', judge: 'j', trial: 1, value: 1, rationale: '' }),
  ).toBe(true)
  expect(isPlainly(testRecordSchema)({ version: 1, trials: [] })).toBe(true)
})
