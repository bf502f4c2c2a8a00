import { performance } from 'node:perf_hooks'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatBaseline } from '../../src/baseline/format-baseline.js'
import { parseBaseline } from '../../src/baseline/parse-baseline.js'
import { anyBaseline } from './support/arbitrary-baseline.js'
import { entry, score } from './support/evaluated.js'

test('reads like a snapshot: sorted, fixed order of fields, replies as literal blocks', () => {
  const text = formatBaseline({
    version: 1,
    entries: {
      'support > two messages': entry(
        {
          'intent#2': score(0.5),
          intent: score(0.7049, {
            trials: 3,
            sd: 0.01234,
            values: [0.69, 0.70004, 0.7246],
            declined: 1,
            served: 'gpt-4.1-mini-2025-04-14',
          }),
        },
        {
          input: ['Hi!', 'Where is my order?\nIt is #12345.'],
          context: '0123456789',
          passed: 3,
          trials: 4,
          latencyMs: 812,
          reply: 'Dear Ada,\n\n- it left yesterday  \n- it is here tomorrow\n',
        },
      ),
      'a: key': entry({ quality: score(1, { rationale: 'Polite.\nNames the order.' }) }, { reply: '  indented' }),
    },
  })
  expect(text).toMatchInlineSnapshot(`
    "# Baseline of vitest-judge: the scores and replies that later runs are compared with.
    # Commit it, and review its changes like code. To accept what a run says now: vitest run -u
    version: 1
    entries:
      "a: key":
        input: Where is my order?
        scores:
          quality:
            score: 1
            expects: expected-1
            judge: openai/gpt-4.1-mini#3fa9c1d2
            rationale: |-
              Polite.
              Names the order.
        reply: |2-
            indented
      support > two messages:
        input:
          - Hi!
          - |-
            Where is my order?
            It is #12345.
        context: "0123456789"
        scores:
          intent:
            score: 0.7
            trials: 3
            sd: 0.012
            values: [0.69, 0.7, 0.725]
            declined: 1
            expects: expected-1
            judge: openai/gpt-4.1-mini#3fa9c1d2
            served: gpt-4.1-mini-2025-04-14
            rationale: Because it was so.
          intent#2:
            score: 0.5
            expects: expected-1
            judge: openai/gpt-4.1-mini#3fa9c1d2
            rationale: Because it was so.
        passed: 3
        trials: 4
        latencyMs: 812
        reply: |
          Dear Ada,

          - it left yesterday  
          - it is here tomorrow
    "
  `)
})

test('gives back any baseline whole', () => {
  fc.assert(
    fc.property(anyBaseline, (baseline) => {
      const text = formatBaseline(baseline)
      expect(parseBaseline(text, 'x')).toEqual(baseline)
      expect(parseBaseline(text.replaceAll('\n', '\r\n'), 'x')).toEqual(baseline)
    }),
    { numRuns: 1500 },
  )
}, 60_000)

test('ends in a line feed, has no trailing space of its own, and does not depend on the order of keys', () => {
  fc.assert(
    fc.property(anyBaseline, (baseline) => {
      const text = formatBaseline(baseline)
      const reversed = Object.fromEntries(Object.entries(baseline.entries).reverse())
      expect(text.endsWith('\n')).toBe(true)
      expect(formatBaseline({ version: 1, entries: reversed })).toBe(text)
    }),
    { numRuns: 200 },
  )
}, 60_000)

test('sorts by code point, in every locale', () => {
  const keys = ['b', 'B', 'a', 'ä', '10', '9', '\uFB01', '😀']
  const text = formatBaseline({ version: 1, entries: Object.fromEntries(keys.map((key) => [key, entry({})])) })
  const order = Object.keys(parseBaseline(text, 'x').entries).filter((key) => !/^\d+$/.test(key))
  expect(order).toEqual(['B', 'a', 'b', 'ä', '\uFB01', '😀'])
})

test('stores U+FFFD for a lone surrogate, and one entry for keys that differ in nothing else', () => {
  const text = formatBaseline({
    version: 1,
    entries: { 'a\uD800': entry({}), 'a\uDC00': entry({ q: score(1) }, { reply: 'cut \uD83D' }) },
  })
  expect(parseBaseline(text, 'x').entries).toEqual({ 'a\uFFFD': entry({ q: score(1) }, { reply: 'cut \uFFFD' }) })
})

test('writes and reads 10,000 entries of 2 KB and prints how long it took', () => {
  const reply = 'Thank you for writing: your order is on its way, and I shall see to the rest.\n'.repeat(26)
  const entries = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, i) => [`case ${i}`, entry({ q: score(0.5) }, { reply })]),
  )
  const start = performance.now()
  const text = formatBaseline({ version: 1, entries })
  const written = performance.now()
  parseBaseline(text, 'x')
  const read = performance.now()
  console.log(
    `10,000 entries, ${(text.length / 1e6).toFixed(0)} MB: write ${(written - start).toFixed(0)} ms, read ${(read - written).toFixed(0)} ms`,
  )
}, 60_000)
