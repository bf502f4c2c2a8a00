import fc from 'fast-check'
import { CORE_SCHEMA, load } from 'js-yaml'
import { expect, test } from 'vitest'
import { formatBaseline } from '../../src/baseline/format-baseline.js'
import { readOwnFormat } from '../../src/baseline/read-own-format.js'
import { anyBaseline } from './support/arbitrary-baseline.js'
import { entry, score } from './support/evaluated.js'

const ordinary = formatBaseline({
  version: 1,
  entries: {
    'refund-07': entry({ intent: score(0.93), 'quality#2': score(0.5, { trials: 3, sd: 0.12, served: 'gpt-x' }) }),
    'two lines': entry(
      { intent: score(1) },
      { input: ['hello', 'line\nbreak: "x"'], reply: 'a\n\n  b\n', latencyMs: 12 },
    ),
    'nothing yet': entry({}, { input: [], context: 'ab12', reply: '' }),
  },
})

test('reads what we write as a YAML parser does, or leaves it to that parser', () => {
  let read = 0
  fc.assert(
    fc.property(anyBaseline, (baseline) => {
      const text = formatBaseline(baseline)
      const own = readOwnFormat(text)
      if (own === null) return
      read++
      expect(own).toEqual(load(text, { schema: CORE_SCHEMA }))
    }),
    { numRuns: 1000 },
  )
  expect(read).toBeGreaterThan(500)
}, 60_000)

test('reads an ordinary baseline', () => {
  expect(readOwnFormat(ordinary)).toEqual(load(ordinary, { schema: CORE_SCHEMA }))
})

test.each([
  ['a byte more', `${ordinary} `],
  ['another line end', ordinary.replaceAll('\n', '\r\n')],
  ['another comment', `# mine\n${ordinary}`],
  ['another order', ordinary.replace('nothing yet:', 'zzz:')],
  ['a score as nobody writes it', ordinary.replace('score: 0.93', 'score: 0.930')],
  ['a key twice', ordinary.replace('two lines:', 'refund-07:')],
  ['a field missing', ordinary.replace('        expects: expected-1\n', '')],
  ['a conflict', ordinary.replace('entries:', '<<<<<<< HEAD\nentries:')],
  ['nothing', ''],
])('leaves %s to the parser', (_what, text) => {
  expect(text).not.toBe(ordinary)
  expect(readOwnFormat(text)).toBeNull()
})
