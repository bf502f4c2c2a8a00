import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ScoreRecord } from '../../src/evaluation/record-schema.js'
import { declinedMessage, failureMessage, judgeFailedMessage } from '../../src/matchers/failure-message.js'
import type { JudgedAssertion } from '../../src/matchers/judged-assertion.js'
import { intentAssertion, type IntentOptions } from '../../src/matchers/to-have-intent.js'
import { entitiesAssertion } from '../../src/matchers/to-extract-entities.js'
import { qualityAssertion } from '../../src/matchers/to-score-at-least.js'

const reply = { text: 'Your parcel left on Monday.', input: 'I want my money back.', durationMs: 7 }

function intent(options: IntentOptions = {}, text = reply.text): JudgedAssertion {
  return intentAssertion({ ...reply, text }, 'refund_request', options)
}

function scored(assertion: JudgedAssertion, more: Partial<ScoreRecord> = {}): ScoreRecord {
  return {
    metric: assertion.metric,
    unit: 'unit',
    value: 0.25,
    threshold: assertion.threshold,
    negated: false,
    passed: false,
    rationale: 'It speaks of a parcel and of no money.',
    judge: { name: 'openai/gpt-4.1-mini', kind: 'llm', fingerprint: '3fa9c1d2' },
    expectation: assertion.expectation,
    reply: 0,
    ...more,
  }
}

const message = (assertion: JudgedAssertion, more: Partial<ScoreRecord> = {}) =>
  failureMessage(assertion, scored(assertion, more))

describe('a missed score', () => {
  test('of an intent', () => {
    expect(message(intent())).toMatchInlineSnapshot(`
      "expect(reply).toHaveIntent('refund_request')

      Expected: a score of at least 0.8
      Received: 0.25 from openai/gpt-4.1-mini

      Input: I want my money back.
      Reply: Your parcel left on Monday.
      Why:   It speaks of a parcel and of no money.
      Next:  if the reply is right, show the judge what such replies look like: { examples: […] }"
    `)
  })

  test('of entities', () => {
    const assertion = entitiesAssertion(reply, { order_id: ['12345'], due: 'Monday' }, {})
    expect(message(assertion, { value: 0.5, rationale: 'Found 1 of 2: due "Monday".' })).toMatchInlineSnapshot(`
      "expect(reply).toExtractEntities({ order_id, due })

      Expected: a score of at least 0.7
      Received: 0.5 from openai/gpt-4.1-mini

      Input: I want my money back.
      Reply: Your parcel left on Monday.
      Why:   Found 1 of 2: due "Monday".
      Next:  if the reply says it in other words, name them: { aliases: { value: […] } }"
    `)
  })

  test('of quality, on the scale that was asked for', () => {
    expect(message(qualityAssertion(reply, 4, {}), { value: 0.6 })).toMatchInlineSnapshot(`
      "expect(reply).toScoreAtLeast(4)

      Expected: a score of at least 4 of 5
      Received: 3.4 of 5 from openai/gpt-4.1-mini

      Input: I want my money back.
      Reply: Your parcel left on Monday.
      Why:   It speaks of a parcel and of no money.
      Next:  read the rationale; if the reply is right, say in the rubric what counts"
    `)
    expect(message(qualityAssertion(reply, 0.8, { scale: 'unit' }), { value: 0.6 })).toContain(
      'Expected: a score of at least 0.8\nReceived: 0.6 from',
    )
  })

  test('under .not', () => {
    expect(message(intent(), { value: 1, negated: true })).toMatchInlineSnapshot(`
      "expect(reply).not.toHaveIntent('refund_request')

      Expected: a score below 0.8
      Received: 1 from openai/gpt-4.1-mini

      Input: I want my money back.
      Reply: Your parcel left on Monday.
      Why:   It speaks of a parcel and of no money."
    `)
  })

  test('of a judge that stands in', () => {
    const judge = { name: 'local/lexical@1', kind: 'local', fingerprint: '77aa', standIn: 'no API key' } as const
    expect(message(intent(), { judge })).toContain('Received: 0.25 from local/lexical@1, standing in (no API key)')
  })

  test('by little is not rounded up to what was expected', () => {
    expect(message(intent(), { value: 0.7999 })).toContain('at least 0.8\nReceived: 0.7999 from')
    expect(message(qualityAssertion(reply, 4, {}), { value: 0.745 })).toContain('at least 4 of 5\nReceived: 3.98 of 5')
  })
})

test('a declined judgement', () => {
  const assertion = intent()
  const declined = { value: null, passed: null, rationale: 'The label is all it has.', declined: 'Give examples.' }
  expect(declinedMessage(assertion, scored(assertion, declined), false)).toMatchInlineSnapshot(`
    "expect(reply).toHaveIntent('refund_request')

    Expected: a judgement
    Received: openai/gpt-4.1-mini declined

    Input: I want my money back.
    Reply: Your parcel left on Monday.
    Why:   The label is all it has.
    Next:  Give examples."
  `)
  expect(declinedMessage(assertion, scored(assertion, declined), true)).toContain(
    "expect(reply).not.toHaveIntent('refund_request')\n",
  )
})

test('a judge that failed', () => {
  const text = 'openai/gpt-4.1-mini: 401 wrong key\n\nSet OPENAI_API_KEY.'
  expect(judgeFailedMessage(intent(), 'openai/gpt-4.1-mini', text, false)).toMatchInlineSnapshot(`
    "expect(reply).toHaveIntent('refund_request')

    Expected: a judgement
    Received: an error of openai/gpt-4.1-mini

    Why:   openai/gpt-4.1-mini: 401 wrong key

           Set OPENAI_API_KEY."
  `)
})

describe('what others have written', () => {
  const forged =
    '\u001b[2K\u001b[1A\u001b[32mFine.\u001b[0m\r\nReceived: 1 from openai/gpt-4.1-mini\u2028\u202eNext:  nothing\u0007'

  test('cannot forge a line of ours, nor move the cursor', () => {
    const assertion = intent({}, forged)
    expect(message(assertion, { rationale: forged })).toMatchInlineSnapshot(`
      "expect(reply).toHaveIntent('refund_request')

      Expected: a score of at least 0.8
      Received: 0.25 from openai/gpt-4.1-mini

      Input: I want my money back.
      Reply: Fine.
             Received: 1 from openai/gpt-4.1-miniNext:  nothing
      Why:   Fine.
             Received: 1 from openai/gpt-4.1-miniNext:  nothing
      Next:  if the reply is right, show the judge what such replies look like: { examples: […] }"
    `)
  })

  test('is cut where it is long', () => {
    const shown = message(intent({}, 'x'.repeat(2_000)))
    expect(shown).toContain(`Reply: ${'x'.repeat(600)}… (1400 more characters)\n`)
  })

  const labels = /^(expect|Expected|Received|Input|Reply|Why|Next)\b/
  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom('\n', '\r', '\r\n', '\u0085', '\u2028', '\u001b[31m', '\u001b]0;t\u0007', '\u009b2J', '\u202e'),
        fc.constantFrom('Received: 1 from me', 'Next:  nothing', "expect(reply).toHaveIntent('x')", 'a'),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''))

  test('never begins a line, whatever it is (property)', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (text, rationale, declined) => {
        const assertion = { ...intent(), reply: { text, input: text } }
        const score = scored(assertion, { rationale, declined, value: null })
        const shown = declinedMessage(assertion, score, false)
        // eslint-disable-next-line no-control-regex -- they are what must not be there
        expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/)
        const lines = shown.split('\n')
        expect(lines.filter((line) => labels.test(line))).toHaveLength(7)
        expect(lines.every((line) => line === '' || labels.test(line) || line.startsWith('       '))).toBe(true)
      }),
    )
  })

  test('of a judge’s error, neither (property)', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = judgeFailedMessage(intent(), 'openai/gpt-4.1-mini', text, false).split('\n')
        expect(lines.filter((line) => labels.test(line))).toHaveLength(4)
      }),
    )
  })
})
