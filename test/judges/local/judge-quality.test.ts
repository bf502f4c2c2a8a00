import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Criterion, QualityRequest } from '../../../src/judges/judge.js'
import { judgeQuality } from '../../../src/judges/local/judge-quality.js'
import { localTools } from '../../support/local-tools.js'

const tools = localTools()

const reply = 'Order 12345 is on its way with Heron Parcel and arrives on 21 May.'

function judge(criteria: Criterion[], more: Partial<QualityRequest> = {}) {
  return judgeQuality({ metric: 'quality', input: 'Where is 12345?', reply, rubric: { criteria }, ...more }, tools)
}

const met: Criterion = { text: 'names the order', check: { mentions: '12345' } }
const missed: Criterion = { text: 'says sorry', check: { matches: { source: 'sorry|apolog', flags: 'i' } } }
const unchecked: Criterion = { text: 'sounds kind' }

test('is the weighted share of criteria met, a line each', async () => {
  const judgement = await judge([
    { ...met, weight: 3 },
    missed,
    { text: 'names both dates', check: { entities: { dates: ['21 May', '6 May'] } } },
    { text: 'promises nothing', check: { avoids: [/\bguarantee/i, 'tomorrow'] } },
  ])
  expect(judgement.value).toBeCloseTo(4.5 / 6)
  expect(judgement.rationale).toMatchInlineSnapshot(`
    "✓ names the order (mentions "12345")
    ✗ says sorry (nothing matches /sorry|apolog/i)
    ~ names both dates (found 1 of 2: dates "21 May"; missed: dates "6 May" (nearest: "21 May" at 59))
    ✓ promises nothing (none of 2 is there)"
  `)
})

test('leaves out what it cannot judge, if 60 % of the weight remains', async () => {
  const judgement = await judge([
    { ...met, weight: 1.5 },
    { ...missed, weight: 1.5 },
    { ...unchecked, weight: 2 },
  ])
  expect(judgement.value).toBe(0.5)
  expect(judgement.rationale).toMatchInlineSnapshot(`
    "✓ names the order (mentions "12345")
    ✗ says sorry (nothing matches /sorry|apolog/i)
    – sounds kind (not judged: it has no check)"
  `)
  expect((await judge([met, { text: 'is in English', check: { language: 'xx' } }])).value).toBeNull()
})

test('declines below that', async () => {
  expect(await judge([met, unchecked])).toMatchInlineSnapshot(`
    {
      "declined": "Only 50 % of the rubric's weight can be judged in code, and it takes 60 %. Give more of its criteria checks, or use an LLM judge.",
      "rationale": "Only 50 % of the rubric's weight can be judged in code, and it takes 60 %.
    ✓ names the order (mentions "12345")
    – sounds kind (not judged: it has no check)",
      "value": null,
    }
  `)
})

describe('declines without checks, saying what would let it judge', () => {
  test.each<Partial<QualityRequest>>([
    { rubric: 'Be kind and exact.' },
    { rubric: { criteria: [] } },
    { rubric: { criteria: [unchecked] } },
  ])('%j', async (more) => {
    const { value, declined } = await judge([], more)
    expect(value).toBeNull()
    expect(declined).toContain('check')
  })

  test('nothing', async () => {
    expect((await judgeQuality({ metric: 'quality', input: '', reply }, tools)).declined).toMatchInlineSnapshot(
      `"How good a reply is cannot be told from its words; this one has no failure that could be. Give criteria with checks ({ criteria: [{ text: '…', check: { mentions: '…' } }] }), a reference that the reply should state, or use an LLM judge."`,
    )
  })
})

test('does not go by length', async () => {
  const more = Array.from({ length: 40 }, (_, day) => `On day ${day} we are here, and so we are at night.`)
  const long = `${reply} ${more.join(' ')}`
  expect((await judge([met, missed], { reply: long })).value).toBe((await judge([met, missed])).value)
})

test('refuses a weight that means nothing', async () => {
  for (const weight of [0, -1, NaN, Infinity])
    await expect(judge([{ ...met, weight }])).rejects.toThrow(/names the order.*weight/)
})

test('is null or within 0..1', async () => {
  const criterion = fc.record({
    text: fc.string(),
    weight: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
    check: fc.constantFrom(undefined, met.check, missed.check, { language: 'en' }, { maxWords: 3 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(criterion), fc.string(), async (criteria, text) => {
      const { value } = await judge(criteria, { reply: text })
      expect(value === null || (value >= 0 && value <= 1)).toBe(true)
    }),
  )
})

describe('a hard failure', () => {
  const input = 'Where is my parcel?'
  const ask = (said: string, more: Partial<QualityRequest> = {}) =>
    judgeQuality({ metric: 'quality', input, reply: said, ...more }, tools)

  test('is 1 of 5 whatever the rubric, with the evidence and what the checks found', async () => {
    expect(await ask('Hello {{name}}!', { rubric: 'Be kind.' })).toEqual({
      value: 0,
      rationale:
        'The reply shows what was not meant for the user, such as a template, an error or a trace: "{{name}}". This is a failure whatever the rubric.',
    })
    const judged = await ask('Hello {{name}}!', {
      rubric: { criteria: [{ text: 'greets', check: { mentions: 'hello' } }] },
    })
    expect(judged.value).toBe(0)
    expect(judged.rationale).toContain('✓ greets')
  })

  test('is quoted safely', async () => {
    expect((await ask(`\u001b[31m${'qwzx vkjq '.repeat(80)}`)).rationale).not.toContain('\u001b')
  })

  test('is none where the rubric or the reference asks for it', async () => {
    const refusal = "I'm sorry, but I can't help with that."
    expect((await ask(refusal)).value).toBe(0)
    expect(
      (await ask(refusal, { rubric: { criteria: [{ text: 'declines', check: { mentions: 'sorry' } }] } })).value,
    ).toBe(1)
    expect((await ask(refusal, { rubric: 'It must refuse.' })).value).toBeNull()
    expect((await ask(refusal, { reference: refusal })).value).toBe(0.75)
    expect((await ask(refusal, { rubric: 'It must not refuse.' })).value).toBe(0)
  })

  test('hides no check that means nothing', async () => {
    const rubric = { criteria: [{ text: 'greets', check: { matches: { source: '(' } } }] }
    await expect(ask('{{name}}', { rubric })).rejects.toThrow(/greets/)
  })
})
